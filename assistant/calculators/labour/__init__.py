"""Pay, leave and injury at work: one calculator a file, listed here."""

from assistant.calculators.labour.annual_leave import ANNUAL_LEAVE
from assistant.calculators.labour.double_wage import DOUBLE_WAGE
from assistant.calculators.labour.maternity import MATERNITY
from assistant.calculators.labour.medical_period import MEDICAL_PERIOD
from assistant.calculators.labour.overtime import OVERTIME
from assistant.calculators.labour.severance import SEVERANCE
from assistant.calculators.labour.unlawful_dismissal import UNLAWFUL_DISMISSAL
from assistant.calculators.labour.work_injury import WORK_INJURY
from assistant.calculators.labour.work_injury_death import WORK_INJURY_DEATH
from assistant.calculators.model import Calculator

CALCULATORS: tuple[Calculator, ...] = (
    SEVERANCE,
    UNLAWFUL_DISMISSAL,
    DOUBLE_WAGE,
    OVERTIME,
    ANNUAL_LEAVE,
    WORK_INJURY,
    WORK_INJURY_DEATH,
    MATERNITY,
    MEDICAL_PERIOD,
)
