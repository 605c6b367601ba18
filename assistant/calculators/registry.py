"""Every calculator of the house, by id and by the matter to which it is offered."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from assistant.calculators import aid, family, harm, labour, money, time
from assistant.calculators.model import Calculator

_SUBJECTS = (labour, harm, family, money, time, aid)


@cache
def calculators() -> Mapping[str, Calculator]:
    """Every calculator by its id, in the order in which they are listed."""
    listed = [calculator for subject in _SUBJECTS for calculator in subject.CALCULATORS]
    found = {calculator.id: calculator for calculator in listed}
    if len(found) != len(listed):
        raise ValueError("two calculators have the same id")
    return MappingProxyType(found)


def offered_for(matter: str) -> tuple[Calculator, ...]:
    """The calculators that may help with a matter (`labour.dismissal`); a field (`labour`) has those of its matters."""
    return tuple(
        calculator
        for calculator in calculators().values()
        if any(own == matter or own.partition(".")[0] == matter for own in calculator.matters)
    )
