"""`labour.work_injury` and `labour.work_injury_death`."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadFact
from tests.assistant.calculators.drawn import MONEY
from tests.assistant.calculators.telling import amount, results, run, wanted

GRADES = [
    (1, "270000", "9000"),
    (2, "250000", "8500"),
    (3, "230000", "8000"),
    (4, "210000", "7500"),
    (5, "180000", "7000"),
    (6, "160000", "6000"),
    (7, "130000", None),
    (8, "110000", None),
    (9, "90000", None),
    (10, "70000", None),
]
DEATH = {"died": "2024-05-01", "wage": "8000", "average_wage": "9000"}


@pytest.mark.parametrize(("grade", "once", "monthly"), GRADES)
def test_every_grade_has_its_months_and_its_share(grade: int, once: str, monthly: str | None) -> None:
    found = results("work_injury", grade=str(grade), wage="10000", leaving="false")
    assert found["once"] == Decimal(once)
    assert found.get("monthly") == (Decimal(monthly) if monthly else None)


@pytest.mark.parametrize(
    ("wage", "once"),
    [("5400", "37800"), ("5399.99", "37800"), ("1000", "37800"), ("27000", "189000"), ("27000.01", "189000")],
)
def test_the_own_wage_is_held_between_its_bounds(wage: str, once: str) -> None:
    told = {"grade": "10", "leaving": "false", "average_wage": "9000"}
    assert amount("work_injury", "once", wage=wage, **told) == Decimal(once)


@given(wage=MONEY, more=MONEY, grade=st.integers(1, 10))
def test_more_wage_and_a_worse_grade_never_give_less(wage: Decimal, more: Decimal, grade: int) -> None:
    def once(pay: Decimal, of: int) -> Decimal:
        return amount("work_injury", "once", grade=str(of), wage=str(pay), leaving="false", average_wage="9000")

    assert 0 < once(wage, grade) <= once(wage + more, grade)
    assert once(wage, grade) < once(wage, max(1, grade - 1)) or grade == 1


def test_from_grade_five_it_is_asked_whether_the_employment_ends() -> None:
    assert wanted("work_injury", grade="5", wage="8000") == ("leaving",)
    assert "monthly" in results("work_injury", grade="4", wage="8000")


def test_at_the_end_of_the_employment_the_months_of_the_province_are_asked_for() -> None:
    told = {"grade": "7", "wage": "8000", "leaving": "true"}
    assert wanted("work_injury", **told) == ("average_wage", "months_medical", "months_employment")
    assert wanted("work_injury", region="110000", average_wage="9000", **told) == (
        "months_medical",
        "months_employment",
    )
    found = results("work_injury", average_wage="9000", months_medical="6", months_employment="15", **told)
    assert found["medical_subsidy"] == Decimal(54000)
    assert found["employment_subsidy"] == Decimal(135000)


@pytest.mark.parametrize(
    ("region", "grade", "medical", "employment"),
    [("330100", "5", "270000", "270000"), ("410000", "10", "54000", "54000"), ("410100", "5", "144000", "504000")],
)
def test_the_months_of_a_province_that_is_held_are_known(
    region: str, grade: str, medical: str, employment: str
) -> None:
    found = results("work_injury", grade=grade, wage="8000", leaving="true", average_wage="9000", region=region)
    assert found["medical_subsidy"] == Decimal(medical)
    assert found["employment_subsidy"] == Decimal(employment)
    assert "monthly" not in found


@pytest.mark.parametrize("grade", ["0", "11", "2.5"])
def test_a_grade_is_a_whole_number_from_one_to_ten(grade: str) -> None:
    with pytest.raises(BadFact) as caught:
        run("work_injury", grade=grade, wage="8000")
    assert caught.value.fact == "grade"


@pytest.mark.parametrize(
    ("died", "once"), [("2011-01-01", "382180"), ("2024-12-31", "1036420"), ("2025-01-01", "1083760")]
)
def test_the_one_off_sum_follows_the_year_before_the_death(died: str, once: str) -> None:
    told = DEATH | {"died": died}
    assert amount("work_injury_death", "once", spouse="false", others="0", alone="0", **told) == Decimal(once)


def test_a_year_without_a_figure_is_asked_for() -> None:
    told = DEATH | {"died": "2090-01-01", "spouse": "false", "others": "0", "alone": "0"}
    assert wanted("work_injury_death", **told) == ("national_income",)
    assert amount("work_injury_death", "once", national_income="60000", **told) == 1200000


def test_before_2011_the_old_rule_is_not_reckoned() -> None:
    told = DEATH | {"died": "2010-12-31", "spouse": "false", "others": "0", "alone": "0"}
    assert wanted("work_injury_death", **told) == ()


def test_nobody_kept_means_no_pension() -> None:
    assert "monthly" not in results("work_injury_death", spouse="false", others="0", alone="0", **DEATH)


@given(wage=MONEY, spouse=st.booleans(), others=st.integers(0, 8), alone=st.integers(0, 8))
def test_the_pensions_together_never_pass_the_wage(wage: Decimal, spouse: bool, others: int, alone: int) -> None:
    told = DEATH | {"wage": str(wage), "spouse": str(spouse).lower(), "others": str(others)}
    told["alone"] = str(min(alone, others + spouse))
    pension = results("work_injury_death", **told).get("monthly", Decimal(0))
    assert isinstance(pension, Decimal)
    assert 0 <= pension <= min(max(wage, Decimal(5400)), Decimal(27000))


@pytest.mark.parametrize(
    ("others", "alone", "fact"), [("1", "2", "alone"), ("0.5", "0", "others"), ("1", "0.5", "alone")]
)
def test_people_are_counted_whole_and_the_lonely_among_them(others: str, alone: str, fact: str) -> None:
    with pytest.raises(BadFact) as caught:
        run("work_injury_death", spouse="false", others=others, alone=alone, **DEATH)
    assert caught.value.fact == fact
