"""The rows of a document's file and of parts/parties.yaml, as pydantic checks them one by one."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from assistant.curated import FactId, FactRow, Id, MatterId, Plain, Row, StatementRow
from assistant.facts.model import Kind

_KINDS = ("heading", "text", "party", "items", "form", "grid", "to", "sign")


class FieldRow(FactRow):
    """A fact that the document takes; `rows` empty lines where it is not told."""

    kind: Kind = Kind.TEXT
    rows: Annotated[int, Field(ge=0, le=12)] = 0

    @model_validator(mode="after")
    def _rows_stand_with_texts(self) -> Self:
        if self.rows and self.kind is not Kind.TEXT:
            raise ValueError("rows stand with kind text, and with no other")
        return self


class FormRowRow(Row):
    """A row of a form: a band, a party, or a label with lines."""

    band: Plain | None = None
    party: FactId | None = None
    label: Plain | None = None
    lines: tuple[Plain, ...] = ()
    spare: bool = False

    @model_validator(mode="after")
    def _is_one_of_three(self) -> Self:
        if sum(one is not None for one in (self.band, self.party, self.label)) != 1:
            raise ValueError("a row of a form is a band, a party or a label with lines")
        if bool(self.lines) != (self.label is not None):
            raise ValueError("lines stand with a label, and a label with lines")
        return self


class PartyKindRow(Row):
    """A kind of party in parts/parties.yaml: its facts, and how prose and forms state them."""

    id: FactId
    fields: tuple[FieldRow, ...]
    prose: tuple[Plain, ...]
    spare: tuple[Plain, ...] = ()
    form: tuple[FormRowRow, ...]


class PartyRow(Row):
    """A party of a document."""

    id: FactId
    role: Annotated[str, Field(min_length=1, max_length=12)]
    kind: FactId


class BlockRow(Row):
    """A block of the layout: exactly one of the kinds, with what belongs to it."""

    heading: Plain | None = None
    text: Plain | None = None
    party: FactId | None = None
    items: tuple[Plain, ...] | None = None
    form: tuple[FormRowRow, ...] | None = None
    grid: FactId | None = None
    to: Plain | None = None
    sign: Plain | None = None
    flush: bool = False
    only: dict[FactId, bool | str | tuple[str, ...]] = Field(default_factory=dict)
    columns: tuple[Plain, ...] = ()
    widths: tuple[int, ...] = ()
    blank: Annotated[int, Field(ge=1, le=12)] = 4
    dated: bool = False

    @model_validator(mode="after")
    def _is_one_block(self) -> Self:
        if sum(getattr(self, kind) is not None for kind in _KINDS) != 1:
            raise ValueError(f"a block is exactly one of {', '.join(_KINDS)}")
        if self.grid is not None and not (self.columns and len(self.columns) == len(self.widths)):
            raise ValueError("a grid has as many widths as columns, and at least one")
        if len(self.only) > 1 or (self.only and self.text is None):
            raise ValueError("only stands with text, and names one fact")
        return self


class FilledRow(Row):
    """A fact filled with a calculator's result."""

    calculator: FactId
    result: FactId
    fact: FactId


class DocumentRow(Row):
    """One document."""

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=30)]
    title: Annotated[str, Field(min_length=1, max_length=24)]
    subtitle: Annotated[str, Field(max_length=40)] = ""
    about: Plain
    matters: tuple[MatterId, ...]
    parties: tuple[PartyRow, ...] = ()
    fields: dict[str, tuple[FieldRow, ...]]
    layout: Annotated[tuple[BlockRow, ...], Field(min_length=1)]
    where: tuple[StatementRow, ...] = ()
    requires: tuple[StatementRow, ...] = ()
    notes: tuple[StatementRow, ...] = ()
    filled: tuple[FilledRow, ...] = ()
    handwritten: bool = False
    checked: date
    corpus: date
