"""An interview's file, read and checked (see `curated`): every id, condition and value in it fits the others."""

from collections.abc import Mapping
from pathlib import Path

from assistant.calculators.registry import calculators
from assistant.curated import StatementRow, named, read_rows, statements
from assistant.facts.check import check
from assistant.facts.model import Fact, Kind
from assistant.interviews.model import Ask, Handover, Interview, Outcome, Sum
from assistant.interviews.rows import AskRow, InterviewRow, OutcomeRow, SumRow, TakenRow
from assistant.interviews.written import condition, cues, plain_value

_WORDS = {"all", "any", "not", "today"}


def read(path: Path) -> tuple[Interview, ...]:
    """The interviews of a file: a list, mostly of one. BadRules where it breaks the schema."""
    return tuple(_interview(path.name, row) for row in read_rows(path, InterviewRow))


def _interview(file: str, row: InterviewRow) -> Interview:
    place = f"{file}: {row.id}"
    asks = _asks(place, row)
    facts = {ask.fact.id: ask.fact for ask in asks}
    return Interview(
        id=row.id,
        title=row.title,
        matter=row.matter,
        asks=asks,
        outcomes=_outcomes(place, row, facts),
        start=row.start,
        also_for=row.also_for,
        sums=_sums(place, row, facts),
        documents=row.documents,
        next=row.next,
        checked=row.checked,
        corpus=row.corpus,
    )


def _asks(place: str, row: InterviewRow) -> tuple[Ask, ...]:
    asks: list[Ask] = []
    for fact in row.facts:
        with named(f"{place}: fact {fact.id}"):
            asks.append(_ask(fact, asks))
    return tuple(asks)


def _outcomes(place: str, row: InterviewRow, facts: Mapping[str, Fact]) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    for one in row.outcomes:
        with named(f"{place}: outcome {one.id}"):
            outcomes.append(_outcome(one, facts))
    return tuple(outcomes)


def _sums(place: str, row: InterviewRow, facts: Mapping[str, Fact]) -> tuple[Sum, ...]:
    sums: list[Sum] = []
    for one in row.calculators:
        with named(f"{place}: calculator {one.id}"):
            sums.append(_sum(one, facts))
    return tuple(sums)


def _ask(row: AskRow, before: list[Ask]) -> Ask:
    facts = {ask.fact.id: ask.fact for ask in before}
    if row.id in facts or row.id in _WORDS:
        raise ValueError("the id is used already, or is a word of conditions")
    if row.after and (row.after not in facts or facts[row.after].kind is not Kind.DATE):
        raise ValueError(f"after: {row.after!r} is no day that is asked before")
    fact = row.fact(required=not row.skip)
    return Ask(fact, condition(row.when, facts), cues(fact, row.cues), row.future, row.after)


def _outcome(row: OutcomeRow, facts: Mapping[str, Fact]) -> Outcome:
    if row.otherwise and row.when:
        raise ValueError("an outcome has `when` or `otherwise`, not both")
    evidence = tuple(StatementRow(text=one) if isinstance(one, str) else one for one in row.evidence)
    return Outcome(
        id=row.id,
        when=condition(row.when, facts),
        otherwise=row.otherwise,
        conclusion=statements(row.conclusion),
        steps=statements(row.steps),
        evidence=statements(evidence),
        deadlines=statements(row.deadlines),
        changes=statements(row.changes),
        offices=row.offices,
        handover=Handover(**row.handover.model_dump()) if row.handover else None,
        documents=row.documents,
    )


def _sum(row: SumRow, facts: Mapping[str, Fact]) -> Sum:
    takes = {own: told for own, told in row.facts.items() if isinstance(told, str)}
    if strange := sorted(set(takes.values()) - set(facts) - {"today"}):
        raise ValueError(f"{strange[0]!r} is no fact of the interview")
    given = {own: plain_value(told.value) for own, told in row.facts.items() if isinstance(told, TakenRow)}
    if row.id not in calculators():
        raise ValueError(f"there is no calculator {row.id!r}")
    known = {fact.id: fact for fact in calculators()[row.id].facts}
    if strange := sorted({*takes, *given} - set(known)):
        raise ValueError(f"{strange[0]!r} is no fact of the calculator {row.id}")
    for own, value in given.items():
        check(known[own], value)
    return Sum(row.id, row.label, condition(row.when, facts), takes, given, row.deadline)
