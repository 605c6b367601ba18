"""A calculator run on what is told: checked first, asked for where it lacks, reckoned then."""

from collections.abc import Iterable

from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.facts.check import check_all, lacking
from assistant.facts.model import Facts


def reckon(calculator: Calculator, told: Facts) -> Working | Wanting:
    """The working, or what is wanted for it. BadFact where a value breaks the rule of its fact.

    Facts that are none of the calculator's are left out.
    """
    facts = check_all(calculator.facts, told)
    if missing := lacking(calculator.facts, facts):
        return Wanting(missing, f"要算「{calculator.name}」，还需要知道：{'、'.join(fact.label for fact in missing)}")
    return calculator.compute(facts)


def result(working: Working, line: str) -> object:
    """The value of the result with this id, None where it does not apply."""
    return next((found.value for found in working.results if found.id == line), None)


def worked(lines: Iterable[Line], notes: Iterable[str] = ()) -> Working:
    """The working of these lines, in order; those with an id are its results."""
    every = tuple(lines)
    return Working(tuple(line for line in every if line.id), every, tuple(notes))
