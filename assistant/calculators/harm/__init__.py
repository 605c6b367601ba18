"""Damages for injury, death and traffic accidents: one calculator a file, listed here."""

from assistant.calculators.harm.death_damages import DEATH_DAMAGES
from assistant.calculators.harm.injury_damages import INJURY_DAMAGES
from assistant.calculators.harm.traffic_damages import TRAFFIC_DAMAGES
from assistant.calculators.model import Calculator

CALCULATORS: tuple[Calculator, ...] = (INJURY_DAMAGES, DEATH_DAMAGES, TRAFFIC_DAMAGES)
"""In the order in which they are listed."""
