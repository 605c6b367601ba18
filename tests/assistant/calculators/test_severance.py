"""`labour.severance` and `labour.unlawful_dismissal`: the standard of 劳动合同法第四十七条."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.days import DAY
from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.drawn import DAYS, EARLIER, MONEY, pair
from tests.assistant.calculators.telling import amount, run, wanted

YEARS = [
    ("2024-01-01", "2024-06-30", "1"),  # exactly six months
    ("2024-01-01", "2024-06-29", "0.5"),  # a day less
    ("2024-01-01", "2024-12-31", "1"),  # a full year
    ("2024-01-01", "2025-01-01", "1.5"),  # a day more
    ("2024-01-01", "2024-01-01", "0.5"),  # one day
    ("2023-08-31", "2024-02-28", "1"),  # until the eve of the month's last day: six months
    ("2024-02-29", "2025-02-27", "1"),
    ("2000-01-01", "2008-01-01", "0.5"),  # counted from the law's first day
]
UNCAPPED = st.integers(0, 2_700_000).map(lambda cents: Decimal(cents) / 100)  # up to three times 9,000
CAPPED = st.integers(2_700_001, 20_000_000).map(lambda cents: Decimal(cents) / 100)
BOTH = [("severance", "compensation"), ("unlawful_dismissal", "damages")]


@pytest.mark.parametrize(("start", "end", "years"), YEARS)
def test_years_are_counted_in_halves(start: str, end: str, years: str) -> None:
    assert amount("severance", "years", start=start, end=end, wage="1000") == Decimal(years)


def test_damages_count_the_years_before_the_law_too() -> None:
    told = {"start": "2000-01-01", "end": "2010-12-31", "wage": "1000"}
    assert amount("severance", "years", **told) == 3
    assert amount("unlawful_dismissal", "years", **told) == 11


@pytest.mark.parametrize(("calculator", "result"), BOTH)
@given(days=pair(DAYS), wages=st.tuples(UNCAPPED, UNCAPPED))
def test_a_higher_wage_below_the_cap_never_gives_less(
    calculator: str, result: str, days: tuple[date, date], wages: tuple[Decimal, Decimal]
) -> None:
    told = {"start": str(days[0]), "end": str(days[1]), "average_wage": "9000"}
    sums = [amount(calculator, result, wage=str(wage), **told) for wage in sorted(wages)]
    assert sums == sorted(sums)
    assert sums[0] >= 0


@given(days=pair(EARLIER.filter(lambda day: day.year >= 2010)), wages=st.tuples(CAPPED, CAPPED))
def test_above_the_cap_the_wage_no_longer_matters(days: tuple[date, date], wages: tuple[Decimal, Decimal]) -> None:
    told = {"start": str(days[0]), "end": str(days[1]), "average_wage": "9000"}
    one, other = (amount("severance", "compensation", wage=str(wage), **told) for wage in wages)
    assert one == other <= 12 * 27000


@given(days=pair(DAYS), later=DAYS, wage=MONEY)
def test_longer_service_never_gives_less(days: tuple[date, date], later: date, wage: Decimal) -> None:
    told = {"start": str(days[0]), "wage": str(wage)}
    longer = max(days[1], later)
    assert amount("severance", "compensation", end=str(longer), **told) >= amount(
        "severance", "compensation", end=str(days[1]), **told
    )


@given(days=pair(DAYS), wage=MONEY)
def test_damages_are_twice_the_compensation_after_2008(days: tuple[date, date], wage: Decimal) -> None:
    told = {"start": str(days[0]), "end": str(days[1]), "wage": str(wage), "average_wage": "8000"}
    single = amount("severance", "compensation", **told)
    assert abs(amount("unlawful_dismissal", "damages", **told) - 2 * single) <= Decimal("0.01")


@given(days=pair(DAYS))
def test_a_year_more_of_service_counts_one_year_more(days: tuple[date, date]) -> None:
    start, end = days
    if (end + DAY).strftime("%m-%d") == "02-29" or start.strftime("%m-%d") == "02-29":
        return
    later = (end + DAY).replace(year=end.year + 1 if (end + DAY).year == end.year else end.year + 2) - DAY
    told = {"start": str(start), "wage": "1000"}
    years = amount("severance", "years", end=str(end), **told)
    assert amount("severance", "years", end=str(later), **told) == years + 1


@pytest.mark.parametrize(
    ("wage", "compensation"),
    [
        ("30000", "480000.00"),  # three times the average: no cap
        ("30000.01", "360000.00"),  # above: three times the average, twelve years
        ("1500", "32000.00"),  # below the least wage
    ],
)
def test_the_wage_has_a_floor_and_a_cap(wage: str, compensation: str) -> None:
    told = {"start": "2008-06-01", "end": "2024-05-31", "average_wage": "10000", "minimum_wage": "2000"}
    assert amount("severance", "compensation", wage=wage, **told) == Decimal(compensation)


def test_without_the_average_wage_nothing_is_capped_and_the_note_says_so() -> None:
    found = run("severance", start="2008-06-01", end="2024-05-31", wage="100000")
    assert isinstance(found, Working)
    assert found.results[-1].value == Decimal("1600000.00")
    assert any("没有封顶" in note for note in found.notes)


def test_service_before_the_law_is_noted() -> None:
    found = run("severance", start="2001-06-01", end="2024-05-31", wage="1000")
    assert isinstance(found, Working)
    assert any("2007年12月31日的工龄" in note for note in found.notes)


@pytest.mark.parametrize(("calculator", "result"), BOTH)
def test_employment_that_ended_before_the_law_is_not_reckoned(calculator: str, result: str) -> None:
    assert wanted(calculator, start="2001-06-01", end="2007-12-31", wage="1000") == ()


@pytest.mark.parametrize(("calculator", "result"), BOTH)
def test_an_end_before_the_start_is_refused(calculator: str, result: str) -> None:
    with pytest.raises(BadFact, match="不能早于入职日期（2021年3月1日）") as caught:
        run(calculator, start="2021-03-01", end="2021-02-28", wage="1000")
    assert caught.value.fact == "end"
    with pytest.raises(BadFact, match="不能早于入职日期"):
        run(calculator, start="2007-03-01", end="2007-02-28", wage="1000")
