from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.telling import amount, results, run, wanted

SINCE = date(2014, 8, 1)


@pytest.mark.parametrize(
    ("start", "end", "days", "interest"),
    [
        ("2024-03-02", "2024-03-02", 1, "14"),
        ("2024-02-28", "2024-03-01", 3, "42"),
        ("2023-01-01", "2023-12-31", 365, "5110"),
        ("2014-07-01", "2014-08-01", 1, "14"),
    ],
)
def test_both_the_first_and_the_last_day_count(start: str, end: str, days: int, interest: str) -> None:
    found = results("delayed_interest", principal="80000", start=start, end=end)
    assert found == {"days": days, "interest": Decimal(interest)}


def test_what_lies_before_the_rule_is_not_reckoned_and_a_note_says_so() -> None:
    found = run("delayed_interest", principal="80000", start="2014-07-01", end="2014-08-01")
    assert isinstance(found, Working)
    assert "2014年8月1日以前的部分" in found.notes[0]
    assert wanted("delayed_interest", principal="80000", start="2014-06-01", end="2014-07-31") == ()


def test_a_debt_cannot_be_paid_before_it_was_due() -> None:
    with pytest.raises(BadFact, match="不能早于2024年3月2日"):
        run("delayed_interest", principal="80000", start="2024-03-02", end="2024-03-01")


@given(st.integers(1, 10**9), st.integers(0, 3000), st.integers(1, 3000))
def test_two_stretches_come_to_the_whole(principal: int, first: int, second: int) -> None:
    def interest(start: int, end: int) -> Decimal:
        days = [(SINCE + timedelta(day)).isoformat() for day in (start, end)]
        return amount("delayed_interest", "interest", principal=str(principal), start=days[0], end=days[1])

    whole = interest(0, first + second)
    assert abs(interest(0, first) + interest(first + 1, first + second) - whole) <= Decimal("0.01")
