from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.rulebook import rulebook
from assistant.calculators.scales import counted, parts

SCALE = rulebook("fees").now("property").brackets
AMOUNTS = st.decimals(0, 10**9, places=2)


def test_a_sum_fills_its_brackets_from_below() -> None:
    laid = parts(SCALE, Decimal(150000))
    assert [part.taken for part in laid] == [10000, 90000, 50000]
    assert [part.label for part in laid][1:] == ["超过10000元至100000元的部分", "超过100000元至200000元的部分"]
    assert laid[2].sum == "50000元 × 2% = 1000元"


def test_the_last_bracket_has_no_end() -> None:
    assert parts(SCALE, Decimal(30_000_000))[-1].label == "超过20000000元的部分"


def test_nothing_fills_no_bracket() -> None:
    assert parts(SCALE, Decimal(0)) == ()
    assert counted(()) == 0


@given(AMOUNTS)
def test_the_parts_of_a_sum_are_the_whole_sum(amount: Decimal) -> None:
    assert sum((part.taken for part in parts(SCALE, amount)), Decimal(0)) == amount


@given(AMOUNTS, AMOUNTS)
def test_more_counts_more_and_never_jumps(one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    rise = counted(parts(SCALE, more)) - counted(parts(SCALE, less))
    assert 0 <= rise <= (more - less) * Decimal("0.025")
