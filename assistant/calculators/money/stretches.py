"""Interest over a stretch of days at one rate."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.calculators.amounts import percent, yuan
from assistant.calculators.model import Line
from assistant.phrases import day_words

_YEAR = Decimal(365)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days [first, until) in which a principal (yuan) bears a yearly rate; `cites` say why this rate."""

    principal: Decimal
    first: date
    until: date
    rate: Decimal
    cites: tuple[str, ...]
    source: str = ""

    @property
    def days(self) -> int:
        """Days that bear interest: the last one does not; 0 where there is none."""
        return max(0, (self.until - self.first).days)

    @property
    def interest(self) -> Decimal:
        """Yuan, unrounded: principal × rate × days ÷ 365."""
        return self.principal * self.rate * self.days / _YEAR

    @property
    def line(self) -> Line:
        """100000元 × 12% × 90天 ÷ 365 = 约2958.90元."""
        said = f"{yuan(self.principal)} × {percent(self.rate)} × {self.days}天 ÷ 365 = {yuan(self.interest)}"
        label = f"{day_words(self.first)}起到{day_words(self.until)}前的利息"
        return Line(label, said, self.interest, self.cites, self.source)
