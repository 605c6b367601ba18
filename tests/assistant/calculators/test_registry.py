import pytest

from assistant.calculators.model import Wanting, Working
from assistant.calculators.reckoning import reckon, result, worked
from assistant.calculators.registry import calculators, offered_for
from assistant.errors import BadFact
from knowledge import matter_ids
from tests.assistant.calculators.telling import run, wanted

LABOUR = [
    "severance",
    "unlawful_dismissal",
    "double_wage",
    "overtime",
    "annual_leave",
    "work_injury",
    "work_injury_death",
    "maternity",
    "medical_period",
]


def test_every_labour_calculator_is_there() -> None:
    assert list(calculators())[: len(LABOUR)] == LABOUR


def test_every_calculator_is_offered_for_matters_that_exist() -> None:
    strange = {matter for one in calculators().values() for matter in one.matters} - matter_ids()
    assert strange == set()
    assert [one.id for one in calculators().values() if not one.matters] == []


@pytest.mark.parametrize(
    ("matter", "offered"),
    [
        ("labour.dismissal", "severance"),
        ("labour.injury", "work_injury"),
        ("labour.overtime", "overtime"),
        ("labour", "maternity"),
    ],
)
def test_a_matter_is_offered_its_calculators(matter: str, offered: str) -> None:
    assert offered in [one.id for one in offered_for(matter)]


def test_a_matter_without_calculators_is_offered_none() -> None:
    assert offered_for("services.bar_exam") == ()
    assert offered_for("lab") == ()


@pytest.mark.parametrize("calculator", list(calculators()))
def test_the_facts_of_a_calculator_are_asked_for_in_words(calculator: str) -> None:
    facts = calculators()[calculator].facts
    assert [fact.id for fact in facts if not fact.question or not fact.label] == []
    assert len({fact.id for fact in facts}) == len(facts)


@pytest.mark.parametrize("calculator", list(calculators()))
def test_nothing_told_means_that_the_required_facts_are_wanted(calculator: str) -> None:
    found = reckon(calculators()[calculator], {})
    required = [fact.id for fact in calculators()[calculator].facts if fact.required]
    if required:
        assert isinstance(found, Wanting)
        assert [fact.id for fact in found.facts] == required


def test_facts_of_another_matter_are_left_out() -> None:
    found = reckon(calculators()["overtime"], {"colour": "red"})
    assert isinstance(found, Wanting)


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises(BadFact, match="base"):
        reckon(calculators()["overtime"], {"base": "viel"})


def test_what_is_wanted_can_then_be_told() -> None:
    assert wanted("overtime", base="6000") == ("workday_hours", "restday_hours", "holiday_hours")
    found = run("overtime", base="6000", workday_hours="1")
    assert isinstance(found, Working)
    assert result(found, "overtime") is not None
    assert result(found, "nothing") is None


def test_a_working_has_the_lines_with_an_id_as_its_results() -> None:
    found = run("severance", start="2021-03-01", end="2024-08-31", wage="8000")
    assert isinstance(found, Working)
    assert worked(found.lines, found.notes) == found
    assert [line.id for line in found.results] == ["years", "compensation"]
