"""Child support and inheritance: one calculator a file, listed here."""

from assistant.calculators.family.child_support import CHILD_SUPPORT
from assistant.calculators.family.inheritance import INHERITANCE
from assistant.calculators.model import Calculator

CALCULATORS: tuple[Calculator, ...] = (CHILD_SUPPORT, INHERITANCE)
"""In the order in which they are listed."""
