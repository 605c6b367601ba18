"""The rows of an interview's file, as pydantic checks them one by one; `schema` checks how they fit together."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from assistant.facts.model import Kind
from knowledge import matter_ids, parse_ref

Plain = Annotated[str, Field(min_length=1, max_length=400)]
FactId = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z0-9]+)*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
When = dict[str, Any]
Number = Annotated[Decimal, BeforeValidator(lambda value: str(value) if isinstance(value, float) else value)]


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
    label: Annotated[str, Field(min_length=1, max_length=40)]
    said: tuple[Plain, ...] = ()


class FactRow(Row):
    """A fact that is asked for. `skip: false` where the interview makes no sense without it."""

    id: FactId
    label: Annotated[str, Field(min_length=1, max_length=20)]
    kind: Kind
    question: Plain
    why: Plain
    unit: Annotated[str, Field(max_length=8)] = ""
    choices: tuple[ChoiceRow, ...] = ()
    least: Number | None = None
    most: Number | None = None
    skip: bool = True
    when: When = {}
    cues: tuple[str, ...] | dict[str | bool, tuple[str, ...]] = ()
    future: bool = False
    after: str = ""


class HandoverRow(Row):
    """The desk that takes over."""

    desk: Literal["lawyer", "legal_aid", "mediation", "notary", "appraisal", "crisis"]
    urgency: Literal["routine", "soon", "now"] = "routine"
    reason: Plain
    lines: tuple[Annotated[str, Field(pattern=r"^\d{3,8}$")], ...] = ("12348",)


class OutcomeRow(Row):
    """What is said where `when` holds."""

    id: Id
    when: When = {}
    otherwise: bool = False
    conclusion: tuple[StatementRow, ...] = ()
    steps: tuple[StatementRow, ...] = ()
    evidence: tuple[StatementRow | Plain, ...] = ()
    deadlines: tuple[StatementRow, ...] = ()
    changes: tuple[StatementRow, ...] = ()
    offices: tuple[Plain, ...] = ()
    handover: HandoverRow | None = None
    documents: tuple[Id, ...] = ()


class TakenRow(Row):
    """What a calculator's fact is taken from: a fixed value."""

    value: bool | int | float | date | str


class SumRow(Row):
    """A calculator to run, with its facts taken from facts of the interview."""

    id: FactId
    label: Plain
    when: When = {}
    facts: dict[FactId, FactId | TakenRow] = {}
    deadline: bool = False


class InterviewRow(Row):
    """One interview."""

    id: Id
    title: Plain
    matter: str
    also_for: tuple[str, ...] = ()
    start: Annotated[tuple[Plain, ...], Field(min_length=2)]
    facts: Annotated[tuple[FactRow, ...], Field(min_length=2, max_length=20)]
    outcomes: Annotated[tuple[OutcomeRow, ...], Field(min_length=1)]
    calculators: tuple[SumRow, ...] = ()
    documents: tuple[Id, ...] = ()
    next: tuple[Id, ...] = ()
    checked: date
    corpus: date

    @field_validator("matter", "also_for")
    @classmethod
    def _matters_exist(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for matter in (value,) if isinstance(value, str) else value:
            if matter not in matter_ids():
                raise ValueError(f"{matter!r} is no matter of matters.toml")
        return value
