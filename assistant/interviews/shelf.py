"""Every interview of the house: those of the files beside, and one for each calculator, made of its facts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.calculators.model import Calculator
from assistant.calculators.registry import calculators
from assistant.curated import by_id
from assistant.documents.shelf import documents
from assistant.errors import BadRules
from assistant.interviews.commands import commands
from assistant.interviews.model import Ask, Interview, Sum
from assistant.interviews.schema import read

FOLDER = Path(__file__).parent
RECKONING = "calculator:"
"""An interview's id that begins so asks for the facts of the calculator that it names."""


@cache
def interviews() -> Mapping[str, Interview]:
    """The interviews of the files, by id, in the order of the files' names. BadRules where one breaks the schema."""
    found = by_id("interviews", (one for path in sorted(FOLDER.glob("*.yaml")) for one in read(path)))
    for interview in found.values():
        if strange := [other for other in interview.next if other not in found]:
            raise BadRules(f"interviews: {interview.id}: next: there is no interview {strange[0]!r}")
        offered = {*interview.documents, *(id for outcome in interview.outcomes for id in outcome.documents)}
        if strange := sorted(offered - set(documents())):
            raise BadRules(f"interviews: {interview.id}: there is no document {strange[0]!r}")
    return found


def find(id: str) -> Interview | None:
    """The interview of this id, also of a calculator (`calculator:severance`); None where there is none."""
    if id.startswith(RECKONING):
        calculator = calculators().get(id.removeprefix(RECKONING))
        return reckoning(calculator) if calculator else None
    return interviews().get(id)


def reckoning(calculator: Calculator) -> Interview:
    """The interview that asks for a calculator's facts and reckons."""
    return Interview(
        id=f"{RECKONING}{calculator.id}",
        title=calculator.name,
        matter=calculator.matters[0] if calculator.matters else "",
        asks=tuple(Ask(fact, future=True) for fact in calculator.facts),
        outcomes=(),
        sums=(Sum(calculator.id, calculator.name, takes={fact.id: fact.id for fact in calculator.facts}),),
    )


def offered_for(matter: str) -> tuple[Interview, ...]:
    """The interviews that are offered after an answer of a matter."""
    return tuple(one for one in interviews().values() if matter == one.matter or matter in one.also_for)


def offer_label(interview: Interview) -> str:
    """What the button says that starts it."""
    kind = "算一算" if interview.id.startswith(RECKONING) else "一步步问清楚"
    return f"{kind}：{interview.title}"


def started_by(text: str) -> Interview | None:
    """The interview that a text asks for by one of its ways of starting, and by nothing else."""
    plain = commands().without_courtesies(text)
    return _starts().get(plain)


@cache
def _starts() -> Mapping[str, Interview]:
    """By what is said: the ways of starting, the titles, and what the offers' buttons say."""
    asked = {said: one for one in interviews().values() for said in (*one.start, one.title, offer_label(one))}
    reckoned = [reckoning(calculator) for calculator in calculators().values()]
    return {**{offer_label(one): one for one in reckoned}, **asked}
