from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.holidays import announced, is_working
from assistant.calculators.model import Working
from assistant.calculators.rulebook import rulebook
from assistant.calculators.time.terms import TERMS
from assistant.errors import BadFact
from tests.assistant.calculators.telling import results, run, wanted


def days(kind: str, start: str) -> dict[str, str]:
    return {line: str(day) for line, day in results("deadline", kind=kind, **{"from": start}).items()}


@pytest.mark.parametrize(
    ("kind", "start", "nominal", "last"),
    [
        ("appeal_judgment", "2025-11-03", "2025-11-18", "2025-11-18"),  # a working day stays
        ("appeal_judgment", "2025-11-07", "2025-11-22", "2025-11-24"),  # Saturday to Monday
        ("appeal_judgment", "2025-09-16", "2025-10-01", "2025-10-09"),  # over the eight days of October
        ("appeal_ruling", "2025-09-18", "2025-09-28", "2025-09-28"),  # a Sunday on which offices work
        ("appeal_judgment", "2026-02-02", "2026-02-17", "2026-02-24"),  # over the Spring Festival
        ("criminal_appeal_judgment", "2025-04-24", "2025-05-04", "2025-05-06"),
        ("criminal_appeal_ruling", "2025-11-03", "2025-11-08", "2025-11-10"),
        ("labour_arbitration", "2024-02-29", "2025-02-28", "2025-02-28"),  # no 29 February
        ("administrative_suit", "2024-08-31", "2025-02-28", "2025-02-28"),  # no 31 February
        ("retrial", "2025-08-31", "2026-02-28", "2026-02-28"),  # a Saturday on which offices work
        ("reconsideration", "2025-11-03", "2026-01-02", "2026-01-04"),
        ("suit_after_reconsideration", "2025-12-17", "2026-01-01", "2026-01-04"),
        ("limitation", "2022-11-24", "2025-11-24", "2025-11-24"),
        ("limitation", "2015-10-01", "2018-10-01", "2018-10-08"),  # three years: two were not over on 2017-10-01
        ("limitation", "2015-09-30", "2017-09-30", "2017-09-30"),  # two years: over the day before; offices worked
        ("enforcement", "2024-02-29", "2026-02-28", "2026-02-28"),
        ("administrative_suit", "2015-04-30", "2015-07-30", "2015-07-30"),  # three months before 2015-05-01
        ("judicial_confirmation", "2026-11-24", "2026-12-24", "2026-12-24"),
    ],
)
def test_a_last_day_on_a_holiday_moves_to_the_next_working_day(kind: str, start: str, nominal: str, last: str) -> None:
    assert days(kind, start) == {"nominal": nominal, "last": last}


@pytest.mark.parametrize(
    ("kind", "start", "nominal", "cautious"),
    [
        ("limitation", "2025-03-03", "2028-03-03", "2028-03-03"),
        ("limitation", "2025-03-04", "2028-03-04", "2028-03-03"),  # a Saturday
        ("limitation", "2024-10-01", "2027-10-01", "2027-09-30"),  # a holiday whatever is announced
        ("appeal_judgment", "2026-12-17", "2027-01-01", "2026-12-31"),
    ],
)
def test_where_the_calendar_is_not_announced_the_cautious_day_is_given(
    kind: str, start: str, nominal: str, cautious: str
) -> None:
    assert days(kind, start) == {"nominal": nominal, "cautious": cautious}
    found = run("deadline", kind=kind, **{"from": start})
    assert isinstance(found, Working)
    assert nominal[:4] in found.notes[0]


def test_what_began_before_the_held_rules_is_left_to_a_lawyer() -> None:
    assert wanted("deadline", kind="labour_arbitration", **{"from": "2008-04-30"}) == ()
    assert wanted("deadline", kind="retrial", **{"from": "2012-12-31"}) == ()


def test_a_day_beyond_all_calendars_is_refused() -> None:
    with pytest.raises(BadFact, match="2100年1月1日"):
        run("deadline", kind="limitation", **{"from": "9999-12-31"})


def test_every_term_has_its_rule_and_every_rule_its_term() -> None:
    assert {term.id for term in TERMS} == set(rulebook("time").rules)
    assert len(TERMS) == 19


KINDS = st.sampled_from([term.id for term in TERMS])
STARTS = st.dates(date(2021, 1, 1), date(2026, 12, 31))


@given(KINDS, STARTS)
def test_a_last_day_is_the_first_working_day_from_the_nominal_one(kind: str, start: date) -> None:
    found = results("deadline", kind=kind, **{"from": start.isoformat()})
    nominal = found["nominal"]
    assert isinstance(nominal, date)
    assert nominal > start
    if "last" in found:
        last = found["last"]
        assert isinstance(last, date)
        assert is_working(last)
        assert not any(is_working(nominal + timedelta(day)) for day in range((last - nominal).days))
    else:
        cautious = found["cautious"]
        assert isinstance(cautious, date)
        assert cautious <= nominal
        assert cautious.weekday() < 5
        assert not announced(nominal) or not is_working(nominal)


@given(KINDS, STARTS)
def test_who_begins_later_never_ends_earlier(kind: str, start: date) -> None:
    one = results("deadline", kind=kind, **{"from": start.isoformat()})["nominal"]
    next_day = results("deadline", kind=kind, **{"from": (start + timedelta(1)).isoformat()})["nominal"]
    assert isinstance(one, date)
    assert isinstance(next_day, date)
    assert one <= next_day


@given(STARTS)
def test_months_end_on_the_same_day_of_the_month_or_on_its_last(start: date) -> None:
    end = results("deadline", kind="administrative_suit", **{"from": start.isoformat()})["nominal"]
    assert isinstance(end, date)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == 6
    assert end.day == min(start.day, monthrange(end.year, end.month)[1])
