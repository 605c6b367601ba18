"""A document's file, read and checked (see `curated`): every fact, party and template in it fits the others."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from assistant.calculators.registry import calculators
from assistant.curated import named, read_rows, statements
from assistant.documents.blocks import facts_of
from assistant.documents.model import (
    Addressed,
    Block,
    Document,
    Field,
    Filled,
    Form,
    FormRow,
    Grid,
    Heading,
    Items,
    Paragraph,
    Signed,
    Test,
)
from assistant.documents.parties import Party, party
from assistant.documents.rows import BlockRow, DocumentRow, FilledRow, FormRowRow
from assistant.documents.template import parse
from assistant.errors import BadRules
from assistant.facts.model import Kind


def read(path: Path) -> tuple[Document, ...]:
    """The documents of a file: a list, mostly of one. BadRules where it breaks the schema."""
    return tuple(_document(path.name, row) for row in read_rows(path, DocumentRow))


def _document(file: str, row: DocumentRow) -> Document:
    place = f"{file}: {row.id}"
    with named(f"{place}: parties"):
        parties = {one.id: party(one) for one in row.parties}
    fields = _fields(place, row, parties)
    layout = tuple(block for at, one in enumerate(row.layout, 1) for block in _placed(place, at, one, parties))
    known = {field.fact.id: field for field in fields}
    _check_use(place, layout, known)
    return Document(
        id=row.id,
        name=row.name,
        title=row.title,
        subtitle=row.subtitle,
        about=row.about,
        matters=row.matters,
        fields=fields,
        layout=layout,
        where=statements(row.where),
        requires=statements(row.requires),
        notes=statements(row.notes),
        filled=tuple(_filled(place, one, known) for one in row.filled),
        handwritten=row.handwritten,
        checked=row.checked,
        corpus=row.corpus,
    )


def _fields(place: str, row: DocumentRow, parties: Mapping[str, Party]) -> tuple[Field, ...]:
    asked = [("当事人", field) for one in parties.values() for field in one.fields]
    asked += [(group, field) for group, fields in row.fields.items() for field in fields]
    seen: set[str] = set()
    for _, field in asked:
        if field.id in seen:
            raise BadRules(f"{place}: field {field.id}: the id is used twice")
        seen.add(field.id)
    return tuple(Field(field.fact(required=False), group, field.rows) for group, field in asked)


def _placed(place: str, at: int, row: BlockRow, parties: Mapping[str, Party]) -> tuple[Block, ...]:
    with named(f"{place}: layout {at}"):
        return _blocks(row, parties)


def _blocks(row: BlockRow, parties: Mapping[str, Party]) -> tuple[Block, ...]:
    if row.party is not None:
        return _party(row.party, parties).prose
    if row.heading is not None:
        return (Heading(row.heading),)
    if row.text is not None:
        return (Paragraph(parse(row.text), _test(row), row.flush),)
    if row.items is not None:
        return (Items(tuple(parse(text) for text in row.items)),)
    if row.form is not None:
        return (Form(tuple(one for each in row.form for one in _form_rows(each, parties))),)
    if row.grid is not None:
        return (Grid(row.columns, row.widths, row.grid, row.blank),)
    if row.to is not None:
        return (Addressed(parse(row.to)),)
    return (Signed(row.sign or "", row.dated),)


def _form_rows(row: FormRowRow, parties: Mapping[str, Party]) -> tuple[FormRow, ...]:
    if row.party is not None:
        return _party(row.party, parties).form
    if row.band is not None:
        return (FormRow(row.band),)
    return (FormRow(row.label or "", tuple(parse(text) for text in row.lines), row.spare),)


def _party(id: str, parties: Mapping[str, Party]) -> Party:
    if id not in parties:
        raise ValueError(f"there is no party {id!r}")
    return parties[id]


def _test(row: BlockRow) -> Test | None:
    for fact, values in row.only.items():
        return Test(fact, frozenset(values if isinstance(values, tuple) else (values,)))
    return None


def _check_use(place: str, layout: Iterable[Block], known: Mapping[str, Field]) -> None:
    """Every place names a fact of the document, every fact has a place, and a box belongs to a choice."""
    used = {use.fact: use for block in layout for use in facts_of(block)}
    if strange := sorted(used.keys() - known.keys()):
        raise BadRules(f"{place}: layout: {strange[0]!r} is no fact of the document")
    if idle := sorted(known.keys() - used.keys()):
        raise BadRules(f"{place}: field {idle[0]}: the layout has no place for it")
    for fact, use in used.items():
        if use.boxes and known[fact].fact.kind not in (Kind.CHOICE, Kind.FLAG):
            raise BadRules(f"{place}: layout: {fact}: boxes stand for kinds choice and flag")


def _filled(place: str, row: FilledRow, known: Mapping[str, Field]) -> Filled:
    if row.calculator not in calculators():
        raise BadRules(f"{place}: filled: there is no calculator {row.calculator!r}")
    if row.fact not in known:
        raise BadRules(f"{place}: filled: {row.fact!r} is no fact of the document")
    return Filled(row.calculator, row.result, row.fact)
