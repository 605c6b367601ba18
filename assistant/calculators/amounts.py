"""Sums of money: rounded once, at a result, and printed as people write them."""

from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """The amount in yuan with two decimals, half a cent upwards: how every result line is rounded, and no other."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    """A number as people write it: 3.5, 28000, 0.000175; at most six decimals, none that are zero."""
    text = f"{number.quantize(Decimal('0.000001'), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") or "0"


def yuan(amount: Decimal) -> str:
    """8000元, 8000.50元; an amount with more decimals than cents says that it is shown rounded: 约45.98元."""
    shown = cents(amount)
    digits = f"{shown:f}".removesuffix(".00")
    return f"{digits}元" if shown == amount else f"约{digits}元"


def percent(share: Decimal) -> str:
    """150%, 3.65%."""
    return f"{plain(share * 100)}%"
