"""A sum laid on a scale: each part of it counts at its own rate (分段累计)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators.amounts import percent, yuan
from assistant.calculators.rulebook import Bracket


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a sum in (`above`, `upto`] and what it counts, in yuan; `upto` is None in the last bracket."""

    above: Decimal
    upto: Decimal | None
    taken: Decimal
    rate: Decimal

    @property
    def counts(self) -> Decimal:
        """The part times its rate, unrounded."""
        return self.taken * self.rate

    @property
    def label(self) -> str:
        """超过10000元至100000元的部分."""
        if not self.above:
            return f"不超过{yuan(self.upto)}的部分" if self.upto is not None else "全部"
        return f"超过{yuan(self.above)}" + (f"至{yuan(self.upto)}" if self.upto is not None else "") + "的部分"

    @property
    def sum(self) -> str:
        """90000元 × 2.5% = 2250元."""
        return f"{yuan(self.taken)} × {percent(self.rate)} = {yuan(self.counts)}"


def parts(brackets: Iterable[Bracket], amount: Decimal) -> tuple[Part, ...]:
    """The parts of an amount (yuan, not below 0), lowest first; brackets that it does not reach are left out."""
    found: list[Part] = []
    above = Decimal(0)
    for bracket in brackets:
        top = amount if bracket.upto is None else min(amount, bracket.upto)
        if top > above:
            found.append(Part(above, bracket.upto, top - above, bracket.rate))
        above = bracket.upto if bracket.upto is not None else above
    return tuple(found)


def counted(laid: Sequence[Part]) -> Decimal:
    """What all parts count together, unrounded."""
    return sum((part.counts for part in laid), Decimal(0))
