"""What an interview comes to: its outcomes' statements, its sums line by line, what is missing, who takes over.

Everything here is worked out anew from the facts told, so that verification can hold an answer against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.errors import BadFact
from assistant.facts.model import Facts
from assistant.interviews.condition import holds
from assistant.interviews.model import Handover, Interview, Outcome, Sum
from assistant.interviews.path import facts_told, path
from assistant.interviews.shelf import find
from assistant.model import URGENT_FIRST, Origin, Question, Role, Sentence
from assistant.phrases import day_words
from assistant.steps import Running
from knowledge import Statement, parse_ref


@dataclass(frozen=True, slots=True)
class Advice:
    """The sentences in reading order; labels of what was not told; ids of documents and of interviews that follow."""

    interview: Interview
    sentences: tuple[Sentence, ...]
    missing: tuple[str, ...]
    documents: tuple[str, ...]
    next: tuple[str, ...]
    handover: Handover | None


def advise(interview: Interview, running: Running, today: date) -> Advice:
    """What the interview comes to for the facts told."""
    facts = facts_told(interview, running, today)
    outcomes = holding(interview, facts, today)
    documents = (document for outcome in outcomes for document in outcome.documents)
    return Advice(
        interview=interview,
        sentences=(*_said(interview, outcomes), *_sums(interview, facts, today)),
        missing=tuple(ask.fact.label for ask in path(interview, running, today) if ask.fact.id not in facts),
        documents=tuple(dict.fromkeys((*documents, *interview.documents))),
        next=interview.next,
        handover=_handover(outcomes),
    )


def advice_of(question: Question) -> Advice | None:
    """What the interview comes to that this turn finished; None where it finished none."""
    running = question.running if question.finished else None
    interview = find(running.interview) if running else None
    return advise(interview, running, question.today) if interview and running else None


def holding(interview: Interview, facts: Facts, today: date) -> tuple[Outcome, ...]:
    """The outcomes that hold, in order; one marked `otherwise` where none before it does."""
    found: list[Outcome] = []
    for outcome in interview.outcomes:
        if not found if outcome.otherwise else holds(outcome.when, facts, today):
            found.append(outcome)
    return tuple(found)


def _said(interview: Interview, outcomes: tuple[Outcome, ...]) -> Iterator[Sentence]:
    """The statements by their role, each once."""
    roles = (
        (Role.CONCLUSION, [s for o in outcomes for s in o.conclusion]),
        (Role.STEP, [s for o in outcomes for s in o.steps]),
        (Role.DEADLINE, [s for o in outcomes for s in o.deadlines]),
        (Role.EVIDENCE, [s for o in outcomes for s in o.evidence]),
        (Role.WHERE, [Statement(text) for o in outcomes for text in o.offices]),
        (Role.NOTE, [s for o in outcomes for s in o.changes]),
    )
    for role, statements in roles:
        for statement in dict.fromkeys(statements):
            yield Sentence(statement.text, role, Origin.INTERVIEW, statement.law, source=interview.id)


def _handover(outcomes: tuple[Outcome, ...]) -> Handover | None:
    """The gravest of the outcomes' hand-overs."""
    found = [outcome.handover for outcome in outcomes if outcome.handover]
    return min(found, key=lambda handover: URGENT_FIRST[handover.urgency], default=None)


def _sums(interview: Interview, facts: Facts, today: date) -> Iterator[Sentence]:
    for wanted in interview.sums:
        if holds(wanted.when, facts, today):
            yield from sum_sentences(wanted, facts, today)


def sum_sentences(wanted: Sum, facts: Facts, today: date) -> Iterator[Sentence]:
    """A calculator's working as sentences: its lines, then what it leaves open; or why it cannot reckon."""
    calculator = calculators()[wanted.calculator]
    role = Role.DEADLINE if wanted.deadline else Role.SUM
    try:
        found = reckon(calculator, _taken(wanted, facts, today))
    except BadFact as error:
        yield _sentence(calculator, f"「{wanted.label}」没有算：{error.rule}。", Role.NOTE)
        return
    match found:
        case Wanting(_, reason):
            yield _sentence(calculator, f"{reason.rstrip('。')}。", Role.NOTE)
        case Working():
            yield from _working(calculator, wanted, found, role)


def _working(calculator: Calculator, wanted: Sum, working: Working, role: Role) -> Iterator[Sentence]:
    lines = working.results if wanted.deadline else working.lines
    yield from (_line(calculator, wanted, line, role) for line in lines)
    yield from (_sentence(calculator, note, Role.NOTE) for note in working.notes)


def _line(calculator: Calculator, wanted: Sum, line: Line, role: Role) -> Sentence:
    """经济补偿：8000元 × 3.5 = 28000元（依据来源）."""
    shown = line.sum or (day_words(line.value) if isinstance(line.value, date) else "")
    source = f"（{line.source}）" if line.source else ""
    head = f"{wanted.label}，{line.label}" if wanted.deadline else line.label
    return Sentence(
        f"{head}：{shown}{source}",
        role,
        Origin.CALCULATOR,
        tuple(parse_ref(cite) for cite in line.cites),
        source=calculator.id,
    )


def _sentence(calculator: Calculator, text: str, role: Role) -> Sentence:
    return Sentence(text, role, Origin.CALCULATOR, source=calculator.id)


def _taken(wanted: Sum, facts: Facts, today: date) -> Facts:
    """The calculator's facts: fixed ones, and those that the interview was told."""
    told = {own: facts[fact] for own, fact in wanted.takes.items() if fact in facts}
    now = {own: today for own, fact in wanted.takes.items() if fact == "today"}
    return {**wanted.given, **now, **told}
