"""Court fees, interest, earnest money and what else is reckoned in contracts: one calculator a file, listed here."""

from assistant.calculators.model import Calculator
from assistant.calculators.money.application_fee import APPLICATION_FEE
from assistant.calculators.money.contingency_fee import CONTINGENCY_FEE
from assistant.calculators.money.court_fee import COURT_FEE
from assistant.calculators.money.delayed_interest import DELAYED_INTEREST
from assistant.calculators.money.earnest_money import EARNEST_MONEY
from assistant.calculators.money.liquidated_damages import LIQUIDATED_DAMAGES
from assistant.calculators.money.loan_interest import LOAN_INTEREST

CALCULATORS: tuple[Calculator, ...] = (
    LOAN_INTEREST,
    DELAYED_INTEREST,
    EARNEST_MONEY,
    LIQUIDATED_DAMAGES,
    COURT_FEE,
    APPLICATION_FEE,
    CONTINGENCY_FEE,
)
"""In the order in which they are listed."""
