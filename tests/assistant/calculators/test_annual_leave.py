from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadFact
from tests.assistant.calculators.drawn import MONEY
from tests.assistant.calculators.telling import amount, results, run, wanted

YEAR = {"year_start": "2025-01-01", "year_end": "2025-12-31", "taken": "0", "wage": "4350"}
WORKED = [
    ("11个月", 0),
    ("12个月", 5),
    ("1年", 5),
    ("9年11个月", 5),
    ("10年", 10),
    ("19年11个月30天", 10),
    ("20年", 15),
    ("40年", 15),
]


@pytest.mark.parametrize(("worked", "days"), WORKED)
def test_the_days_of_a_year_follow_all_work_done(worked: str, days: int) -> None:
    assert amount("annual_leave", "entitled", worked=worked, **YEAR) == days


@pytest.mark.parametrize(("start", "days"), [("2016-01-01", 10), ("2016-01-02", 5), ("2025-01-01", 5)])
def test_all_work_done_may_be_counted_from_its_first_day(start: str, days: int) -> None:
    assert amount("annual_leave", "entitled", work_start=start, **YEAR) == days


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2025-01-01", "2025-12-31", 5),
        ("2024-01-01", "2024-12-31", 5),  # a leap year gives no sixth day
        ("2025-01-01", "2025-12-30", 4),
        ("2025-01-01", "2025-03-14", 1),  # 73 days: exactly one
        ("2025-01-01", "2025-03-13", 0),
    ],
)
def test_a_part_of_the_year_gives_whole_days_only(first: str, last: str, days: int) -> None:
    told = YEAR | {"year_start": first, "year_end": last}
    assert amount("annual_leave", "entitled", worked="5年", **told) == days


def test_days_not_taken_are_paid_with_two_wages_more() -> None:
    assert results("annual_leave", worked="5年", **(YEAR | {"taken": "2"})) == {
        "entitled": 5,
        "untaken": 3,
        "extra": Decimal("1200.00"),
    }


def test_days_taken_beyond_are_not_taken_back() -> None:
    found = results("annual_leave", worked="5年", **(YEAR | {"taken": "8"}))
    assert found["untaken"] == found["extra"] == Decimal(0)


@given(years=st.integers(0, 45), more=st.integers(0, 20), taken=st.integers(0, 15), wage=MONEY)
def test_longer_work_never_gives_less_and_taking_never_gives_more(
    years: int, more: int, taken: int, wage: Decimal
) -> None:
    told = YEAR | {"wage": str(wage)}
    pays = [
        amount("annual_leave", "extra", worked=f"{years}年", **(told | {"taken": str(taken + 1)})),
        amount("annual_leave", "extra", worked=f"{years}年", **(told | {"taken": str(taken)})),
        amount("annual_leave", "extra", worked=f"{years + more}年", **(told | {"taken": str(taken)})),
    ]
    assert pays == sorted(pays)
    assert pays[0] >= 0


@given(st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_two_parts_of_a_year_give_no_more_than_the_whole(day: date) -> None:
    before = amount("annual_leave", "entitled", worked="12年", **(YEAR | {"year_end": str(day)}))
    after = amount("annual_leave", "entitled", worked="12年", **(YEAR | {"year_start": str(day)}))
    assert before + after <= 10 + 1


def test_the_time_of_all_work_is_wanted() -> None:
    assert wanted("annual_leave", **YEAR) == ("worked", "work_start")


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("year_end", {"year_end": "2026-01-01"}),
        ("year_end", {"year_start": "2025-06-01", "year_end": "2025-05-31"}),
        ("work_start", {"work_start": "2026-01-01"}),
        ("taken", {"taken": "-1"}),
    ],
)
def test_facts_that_contradict_one_another_are_refused(fact: str, told: dict[str, str]) -> None:
    with pytest.raises(BadFact) as caught:
        run("annual_leave", **(YEAR | {"work_start": "2010-01-01"} | told))
    assert caught.value.fact == fact
