"""The parties of a document: their facts and how they are stated, made from parts/parties.yaml for a role and an id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.curated import read_rows
from assistant.documents.model import Block, FormRow, Items, Paragraph
from assistant.documents.rows import FieldRow, FormRowRow, PartyKindRow, PartyRow
from assistant.documents.template import Template, parse

_FACT = re.compile(r"\{(?=[a-z])")  # {name} · {sex:boxes}


@dataclass(frozen=True, slots=True)
class Party:
    """A party's facts, and its blocks: `prose` between paragraphs, `form` in a form."""

    fields: tuple[FieldRow, ...]
    prose: tuple[Block, ...]
    form: tuple[FormRow, ...]


def party(row: PartyRow) -> Party:
    """The party of the row. ValueError where its kind is none of parts/parties.yaml."""
    kind = _kinds().get(row.kind)
    if kind is None:
        raise ValueError(f"{row.kind!r} is no kind of party (rule: one of {', '.join(_kinds())})")
    spare = tuple(_template(row, text) for text in kind.spare)
    return Party(
        fields=tuple(_field(row, field) for field in kind.fields),
        prose=(
            *(Paragraph(_template(row, text)) for text in kind.prose),
            *([Items(spare, numbered=False)] if spare else []),
        ),
        form=tuple(_form_row(row, one) for one in kind.form),
    )


@cache
def _kinds() -> Mapping[str, PartyKindRow]:
    return {kind.id: kind for kind in read_rows(Path(__file__).parent / "parts" / "parties.yaml", PartyKindRow)}


def _field(row: PartyRow, field: FieldRow) -> FieldRow:
    return field.model_copy(update={"id": f"{row.id}_{field.id}", "label": _role(row, field.label)})


def _form_row(row: PartyRow, one: FormRowRow) -> FormRow:
    return FormRow(_role(row, one.label or ""), tuple(_template(row, text) for text in one.lines), one.spare)


def _template(row: PartyRow, text: str) -> Template:
    return parse(_FACT.sub(f"{{{row.id}_", _role(row, text)))


def _role(row: PartyRow, text: str) -> str:
    return text.replace("{role}", row.role)
