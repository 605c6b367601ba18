from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from tests.assistant.calculators.telling import amount, results, run, wanted


@pytest.mark.parametrize(
    ("lent", "cap"),
    [
        ("2020-08-20", "0.154"),
        ("2021-12-19", "0.154"),
        ("2021-12-20", "0.152"),
        ("2022-01-20", "0.148"),
        ("2022-08-21", "0.148"),
        ("2022-08-22", "0.146"),
        ("2023-06-20", "0.142"),
        ("2023-08-21", "0.138"),
        ("2024-07-22", "0.134"),
        ("2024-10-21", "0.124"),
        ("2025-05-19", "0.124"),
        ("2025-05-20", "0.12"),
        ("2025-11-19", "0.12"),
    ],
)
def test_the_cap_is_four_times_the_rate_last_published_before_the_contract(lent: str, cap: str) -> None:
    facts = {"principal": "36500", "lent": lent, "start": lent, "end": "2026-01-01", "rate": "0.5"}
    assert amount("loan_interest", "cap", **facts) == Decimal(cap)


def test_interest_is_held_under_the_cap_and_the_last_day_bears_none() -> None:
    facts = {"principal": "36500", "lent": "2023-01-05", "start": "2023-01-05", "end": "2023-01-15"}
    assert results("loan_interest", **facts, rate="0.1") == {"cap": Decimal("0.146"), "interest": 100}
    assert results("loan_interest", **facts, rate="0.146") == {"cap": Decimal("0.146"), "interest": 146}
    assert results("loan_interest", **facts, rate="0.24") == {"cap": Decimal("0.146"), "interest": 146}
    assert results("loan_interest", **{**facts, "end": "2023-01-05"}, rate="0.1")["interest"] == 0


def test_without_an_agreed_rate_only_delay_bears_interest() -> None:
    facts = {"principal": "36500", "lent": "2023-01-05", "start": "2024-01-05", "end": "2024-01-15"}
    cap = {"cap": Decimal("0.146")}
    assert results("loan_interest", **facts) == {**cap, "interest": 0}
    assert results("loan_interest", **facts, overdue="true") == {**cap, "interest": Decimal("34.5")}
    assert results("loan_interest", **{**facts, "lent": "2018-01-05"}) == {"interest": 0}
    assert wanted("loan_interest", **{**facts, "start": "2026-01-05", "end": "2026-02-01"}, overdue="true") == (
        "lpr_start",
    )
    early = {**facts, "lent": "2018-01-05", "start": "2019-01-05"}
    assert wanted("loan_interest", **early, overdue="true") == ()


def test_beyond_the_table_the_rate_is_asked_for_and_then_taken() -> None:
    facts = {"principal": "36500", "lent": "2025-11-20", "start": "2025-11-20", "end": "2025-11-30", "rate": "0.2"}
    assert wanted("loan_interest", **facts) == ("lpr",)
    assert results("loan_interest", **facts, lpr="0.03") == {"cap": Decimal("0.12"), "interest": 120}


OLD = {"principal": "36500", "lent": "2019-01-05", "start": "2020-08-10", "end": "2020-08-30", "rate": "0.3"}


def test_a_loan_before_the_change_has_two_stretches() -> None:
    found = run("loan_interest", **OLD, filed="2021-12-20")
    assert isinstance(found, Working)
    assert {line.id: line.value for line in found.results} == {"cap": Decimal("0.152"), "interest": 240 + 152}
    assert [line.label for line in found.lines if "起到" in line.label] == [
        "2020年8月10日起到2020年8月20日前的利息",
        "2020年8月20日起到2020年8月30日前的利息",
    ]


def test_a_loan_before_the_change_asks_for_the_day_of_filing_and_its_rate() -> None:
    assert wanted("loan_interest", **OLD) == ("filed",)
    assert wanted("loan_interest", **OLD, filed="2026-05-01") == ("lpr_filed",)
    assert results("loan_interest", **OLD, filed="2026-05-01", lpr_filed="0.03")["interest"] == 240 + 120


def test_older_loans_and_older_suits_are_left_to_a_lawyer() -> None:
    assert wanted("loan_interest", **{**OLD, "lent": "2015-08-31"}) == ()
    assert wanted("loan_interest", **OLD, filed="2020-08-19") == ()


@pytest.mark.parametrize(
    ("told", "fact"),
    [({"start": "2019-01-04"}, "start"), ({"end": "2020-08-09"}, "end"), ({"filed": "2019-01-04"}, "filed")],
)
def test_days_that_contradict_one_another_are_refused(told: dict[str, str], fact: str) -> None:
    with pytest.raises(BadFact) as error:
        run("loan_interest", **{**OLD, "filed": "2021-12-20", **told})
    assert error.value.fact == fact


def test_the_rates_follow_one_another_without_a_gap() -> None:
    rates = rulebook("lpr").rules["one_year"]
    for before, after in pairwise(rates):
        assert before.until == after.start
        assert before.number > after.number


LENT = date(2021, 1, 1)


@given(st.integers(0, 10**9), st.decimals(0, 1, places=4), st.integers(0, 2000), st.integers(0, 2000))
def test_interest_grows_with_time_and_two_stretches_come_to_the_whole(
    principal: int, rate: Decimal, first: int, second: int
) -> None:
    def interest(start: int, end: int) -> Decimal:
        days = [(LENT + timedelta(day)).isoformat() for day in (start, end)]
        facts = {"lent": LENT.isoformat(), "start": days[0], "end": days[1], "rate": str(rate)}
        return amount("loan_interest", "interest", principal=str(principal), **facts)

    whole = interest(0, first + second)
    assert interest(0, first) <= whole <= principal * Decimal("0.154") * (first + second) / 365 + Decimal("0.01")
    assert abs(interest(0, first) + interest(first, first + second) - whole) <= Decimal("0.01")
