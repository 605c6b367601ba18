"""Time limits: one calculator a file, listed here."""

from assistant.calculators.model import Calculator
from assistant.calculators.time.deadline import DEADLINE

CALCULATORS: tuple[Calculator, ...] = (DEADLINE,)
"""In the order in which they are listed."""
