"""The rows of a document's file and of parts/parties.yaml, as pydantic checks them one by one."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.facts.model import Kind
from knowledge import matter_ids, parse_ref

Plain = Annotated[str, Field(min_length=1, max_length=600)]
FactId = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z0-9]+)*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_KINDS = ("heading", "text", "party", "items", "form", "grid", "to", "sign")


class Row(BaseModel):
    """A mapping of the file: keys that nobody knows are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementRow(Row):
    """A sentence with the articles that it rests on; none where it states no law."""

    text: Plain
    law: tuple[str, ...] = ()

    @field_validator("law")
    @classmethod
    def _names_articles(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        for value in values:
            if parse_ref(value).article == 0:
                raise ValueError(f"{value!r} names no article (rule: cite an article)")
        return values


class ChoiceRow(Row):
    """One of the answers to a fact of kind choice."""

    id: FactId
    label: Annotated[str, Field(min_length=1, max_length=24)]


class FieldRow(Row):
    """A fact that the document takes; `rows` empty lines where it is not told."""

    id: FactId
    label: Annotated[str, Field(min_length=1, max_length=20)]
    kind: Kind = Kind.TEXT
    question: Annotated[str, Field(max_length=200)] = ""
    why: Annotated[str, Field(max_length=200)] = ""
    unit: Annotated[str, Field(max_length=8)] = ""
    choices: tuple[ChoiceRow, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    rows: Annotated[int, Field(ge=0, le=12)] = 0

    @model_validator(mode="after")
    def _choices_stand_with_their_kind(self) -> Self:
        if (self.kind is Kind.CHOICE) != bool(self.choices):
            raise ValueError("choices stand with kind choice, and with no other")
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
    only: dict[FactId, bool | str | tuple[str, ...]] = {}
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
    matters: tuple[str, ...]
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

    @field_validator("matters")
    @classmethod
    def _matters_exist(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        for matter in values:
            if matter not in matter_ids():
                raise ValueError(f"{matter!r} is no matter of matters.toml")
        return values
