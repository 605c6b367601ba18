"""The fee of a property case, on which other fees rest too, and the two bounds between which a fee is told.

Source: 诉讼费用交纳办法第十三条第一项.
"""

from decimal import Decimal

from assistant.calculators.amounts import cents, yuan
from assistant.calculators.model import Line
from assistant.calculators.rulebook import rulebook
from assistant.calculators.scales import counted, parts


def on_scale(first: str, scale: str, amount: Decimal) -> tuple[Decimal, tuple[Line, ...]]:
    """(the fee in yuan, unrounded; its lines): one sum for the first bracket, each further part at its own rate.

    `first` and `scale` are rules of `rules/fees.toml`; the first bracket of the scale has the rate 0.
    """
    start, rates = rulebook("fees").now(first), rulebook("fees").now(scale)
    laid = parts(rates.brackets, amount)
    upto = rates.brackets[0].upto or Decimal(0)
    lines = [Line(f"不超过{yuan(upto)}的部分", f"每件交{yuan(start.number)}", start.number, start.cites)]
    lines += [Line(part.label, part.sum, part.counts, rates.cites) for part in laid if part.rate]
    return start.number + counted(laid), tuple(lines)


def bounds(label: str, low: Decimal, high: Decimal, cites: tuple[str, ...]) -> tuple[Line, Line]:
    """The results `low` and `high` of a fee; where the rule is one figure, they say so."""
    one = low == high
    return (
        Line(label if one else f"{label}（最低）", f"合计{yuan(cents(low))}", cents(low), cites, id="low"),
        Line(
            f"{label}（最高）",
            "只有一个数额，同上" if one else f"合计{yuan(cents(high))}",
            cents(high),
            cites,
            id="high",
        ),
    )


def property_fee(amount: Decimal) -> tuple[Decimal, tuple[Line, ...]]:
    """(the fee of a property case in yuan, unrounded; its lines)."""
    return on_scale("property.first", "property", amount)
