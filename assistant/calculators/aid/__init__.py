"""The means test of legal aid: one calculator a file, listed here."""

from assistant.calculators.aid.legal_aid_means import LEGAL_AID_MEANS
from assistant.calculators.model import Calculator

CALCULATORS: tuple[Calculator, ...] = (LEGAL_AID_MEANS,)
"""In the order in which they are listed."""
