"""Sums of several amounts, written out."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.calculators.amounts import yuan


def added(amounts: Sequence[Decimal]) -> tuple[Decimal, str]:
    """(the sum in yuan, how it is written): 5000元 + 300元 = 5300元; only 5000元 where there is one amount."""
    whole = sum(amounts, Decimal(0))
    if len(amounts) < 2:
        return whole, yuan(whole)
    return whole, f"{' + '.join(yuan(amount) for amount in amounts)} = {yuan(whole)}"
