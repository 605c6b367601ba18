"""An interview's file, read and checked: every id, condition and value in it fits the others.

A file that breaks the schema raises BadRules, which names the file, the entry and the rule, and the line where a single
entry is at fault.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import BadRules
from assistant.facts.model import Choice, Fact, Kind
from assistant.interviews.model import Ask, Handover, Interview, Outcome, Sum
from assistant.interviews.rows import FactRow, InterviewRow, OutcomeRow, StatementRow, SumRow, TakenRow
from assistant.interviews.written import condition, cues, plain_value
from knowledge import DataError, Statement, parse_ref
from knowledge.checked_yaml import checked_rows

_WORDS = {"all", "any", "not", "today"}


def read(path: Path) -> tuple[Interview, ...]:
    """The interviews of a file: a list, mostly of one. BadRules where it breaks the schema."""
    try:
        rows = checked_rows(path, InterviewRow)
    except DataError as error:
        raise BadRules(str(error)) from error
    return tuple(_interview(path.name, row) for row in rows)


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
        with _named(f"{place}: fact {fact.id}"):
            asks.append(_ask(fact, asks))
    return tuple(asks)


def _outcomes(place: str, row: InterviewRow, facts: Mapping[str, Fact]) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    for one in row.outcomes:
        with _named(f"{place}: outcome {one.id}"):
            outcomes.append(_outcome(one, facts))
    return tuple(outcomes)


def _sums(place: str, row: InterviewRow, facts: Mapping[str, Fact]) -> tuple[Sum, ...]:
    sums: list[Sum] = []
    for one in row.calculators:
        with _named(f"{place}: calculator {one.id}"):
            sums.append(_sum(one, facts))
    return tuple(sums)


def _ask(row: FactRow, before: list[Ask]) -> Ask:
    facts = {ask.fact.id: ask.fact for ask in before}
    if row.id in facts or row.id in _WORDS:
        raise ValueError("the id is used already, or is a word of conditions")
    if (row.kind is Kind.CHOICE) != bool(row.choices):
        raise ValueError("choices stand with kind choice, and with no other")
    if row.after and (row.after not in facts or facts[row.after].kind is not Kind.DATE):
        raise ValueError(f"after: {row.after!r} is no day that is asked before")
    fact = Fact(
        id=row.id,
        label=row.label,
        kind=row.kind,
        question=row.question,
        why=row.why,
        unit=row.unit,
        choices=tuple(Choice(one.id, one.label, one.said) for one in row.choices),
        least=row.least,
        most=row.most,
        required=not row.skip,
    )
    return Ask(fact, condition(row.when, facts), cues(fact, row.cues), row.future, row.after)


def _outcome(row: OutcomeRow, facts: Mapping[str, Fact]) -> Outcome:
    if row.otherwise and row.when:
        raise ValueError("an outcome has `when` or `otherwise`, not both")
    evidence = tuple(StatementRow(text=one) if isinstance(one, str) else one for one in row.evidence)
    return Outcome(
        id=row.id,
        when=condition(row.when, facts),
        otherwise=row.otherwise,
        conclusion=_statements(row.conclusion),
        steps=_statements(row.steps),
        evidence=_statements(evidence),
        deadlines=_statements(row.deadlines),
        changes=_statements(row.changes),
        offices=row.offices,
        handover=Handover(**row.handover.model_dump()) if row.handover else None,
        documents=row.documents,
    )


def _sum(row: SumRow, facts: Mapping[str, Fact]) -> Sum:
    takes = {own: told for own, told in row.facts.items() if isinstance(told, str)}
    if strange := sorted(set(takes.values()) - set(facts) - {"today"}):
        raise ValueError(f"{strange[0]!r} is no fact of the interview")
    given = {own: plain_value(told.value) for own, told in row.facts.items() if isinstance(told, TakenRow)}
    return Sum(row.id, row.label, condition(row.when, facts), takes, given, row.deadline)


def _statements(rows: tuple[StatementRow, ...]) -> tuple[Statement, ...]:
    return tuple(Statement(row.text, tuple(parse_ref(ref) for ref in row.law)) for row in rows)


@contextmanager
def _named(place: str) -> Iterator[None]:
    """Errors inside as BadRules that name the place."""
    try:
        yield
    except ValueError as error:
        raise BadRules(f"{place}: {error}") from error
