"""The rows of an interview's file, as pydantic checks them one by one; `schema` checks how they fit together."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.curated import FactId, FactRow, Id, MatterId, Plain, Row, StatementRow
from assistant.model import Urgency

When = dict[str, Any]
HandoverDesk = Literal["lawyer", "legal_aid", "mediation", "notary", "appraisal", "crisis"]


class AskRow(FactRow):
    """A fact that is asked for. `skip: false` where the interview makes no sense without it."""

    question: Plain
    why: Plain
    skip: bool = True
    when: When = Field(default_factory=dict)
    cues: tuple[str, ...] | dict[str | bool, tuple[str, ...]] = ()
    future: bool = False
    after: str = ""


class HandoverRow(Row):
    """The desk that takes over."""

    desk: HandoverDesk
    urgency: Urgency = Urgency.ROUTINE
    reason: Plain
    lines: tuple[Annotated[str, Field(pattern=r"^\d{3,8}$")], ...] = ("12348",)


class OutcomeRow(Row):
    """What is said where `when` holds."""

    id: Id
    when: When = Field(default_factory=dict)
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
    when: When = Field(default_factory=dict)
    facts: dict[FactId, FactId | TakenRow] = Field(default_factory=dict)
    deadline: bool = False


class InterviewRow(Row):
    """One interview."""

    id: Id
    title: Plain
    matter: MatterId
    also_for: tuple[MatterId, ...] = ()
    start: Annotated[tuple[Plain, ...], Field(min_length=2)]
    facts: Annotated[tuple[AskRow, ...], Field(min_length=2, max_length=20)]
    outcomes: Annotated[tuple[OutcomeRow, ...], Field(min_length=1)]
    calculators: tuple[SumRow, ...] = ()
    documents: tuple[Id, ...] = ()
    next: tuple[Id, ...] = ()
    checked: date
    corpus: date
