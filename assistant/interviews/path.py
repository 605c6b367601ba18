"""The way through an interview: which facts it asks for, given those that are told, and the next question."""

from dataclasses import replace
from datetime import date

from assistant.calculators.stated import stated
from assistant.errors import BadFact
from assistant.facts.check import check
from assistant.facts.model import Facts, Value
from assistant.interviews.condition import holds
from assistant.interviews.model import Ask, Interview
from assistant.steps import Option, Running, Step, Understood


def path(interview: Interview, running: Running, today: date) -> tuple[Ask, ...]:
    """The facts that this interview asks for on the path taken, told ones too, in order."""
    known: dict[str, Value] = {}
    asked = []
    for ask in interview.asks:
        if holds(ask.when, known, today):
            asked.append(ask)
            if ask.fact.id in running.facts:
                known[ask.fact.id] = running.facts[ask.fact.id]
    return tuple(asked)


def facts_told(interview: Interview, running: Running, today: date) -> Facts:
    """The facts told that count on the path taken; one that a correction made pointless is left out."""
    return {
        ask.fact.id: running.facts[ask.fact.id]
        for ask in path(interview, running, today)
        if ask.fact.id in running.facts
    }


def understood(interview: Interview, running: Running, today: date) -> tuple[Understood, ...]:
    """The facts told that count, in words."""
    told = facts_told(interview, running, today)
    return tuple(in_words(interview, fact, value) for fact, value in told.items())


def in_words(interview: Interview, fact: str, value: Value) -> Understood:
    """A fact with its value in words."""
    asked = interview.ask(fact).fact
    return Understood(fact, asked.label, stated(asked, value))


def next_step(interview: Interview, running: Running, today: date) -> Step | None:
    """The next question, None where nothing is left to ask."""
    asks = path(interview, running, today)
    settled = {*running.facts, *running.skipped}
    left = [ask for ask in asks if ask.fact.id not in settled]
    if not left:
        return None
    ask = next((ask for ask in left if ask.fact.id == running.asked), left[0])
    fact = ask.fact
    return Step(
        interview=interview.id,
        id=fact.id,
        question=fact.question,
        why=fact.why,
        kind=fact.kind.value,
        choices=tuple(Option(choice.id, choice.label) for choice in fact.choices),
        unit=fact.unit,
        skippable=not fact.required,
        understood=understood(interview, running, today),
        done=len(asks) - len(left),
        total=len(asks),
        title=interview.title,
    )


def put(interview: Interview, running: Running, fact: str, value: Value, today: date) -> Running:
    """The interview with the fact told. BadFact where the value breaks the rule of its fact."""
    ask = interview.ask(fact)
    check(ask.fact, value)
    if isinstance(value, date):
        _check_day(interview, running, ask, value, today)
    told = {**running.facts, fact: value}
    return replace(running, facts=told, skipped=running.skipped - {fact}, trail=(*_without(running.trail, fact), fact))


def put_off(running: Running, fact: str) -> Running:
    """The interview with the fact skipped."""
    told = {key: value for key, value in running.facts.items() if key != fact}
    return replace(running, facts=told, skipped=running.skipped | {fact}, trail=(*_without(running.trail, fact), fact))


def take_back(running: Running, fact: str) -> Running:
    """The interview in which the fact is to be asked again, now."""
    told = {key: value for key, value in running.facts.items() if key != fact}
    return replace(
        running,
        facts=told,
        skipped=running.skipped - {fact},
        trail=_without(running.trail, fact),
        asked=fact,
        over=False,
    )


def still_fits(interview: Interview, running: Running) -> Running:
    """A kept interview, without facts that its definition no longer knows or lets through."""
    told = {}
    for ask in interview.asks:
        if ask.fact.id in running.facts:
            try:
                told[ask.fact.id] = check(ask.fact, running.facts[ask.fact.id])
            except BadFact:
                continue  # the file was changed since: the fact is asked again
    ids = {ask.fact.id for ask in interview.asks}
    trail = tuple(fact for fact in running.trail if fact in told or (fact in running.skipped and fact in ids))
    return replace(running, facts=told, skipped=running.skipped & ids, trail=trail)


def _check_day(interview: Interview, running: Running, ask: Ask, value: date, today: date) -> None:
    if value > today and not ask.future:
        raise BadFact(ask.fact.id, value, f"「{ask.fact.label}」不能晚于今天")
    earliest = running.facts.get(ask.after)
    if isinstance(earliest, date) and value < earliest:
        other = interview.ask(ask.after).fact
        raise BadFact(ask.fact.id, value, f"「{ask.fact.label}」不能早于「{other.label}」（{stated(other, earliest)}）")


def _without(trail: tuple[str, ...], fact: str) -> tuple[str, ...]:
    return tuple(told for told in trail if told != fact)
