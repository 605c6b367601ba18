"""Golden cases, worked out by hand by an author who saw the law and not the code: dropping in a file adds tests."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.calculators.model import Working
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.calculators.written import read_fact
from assistant.facts.model import Fact, Span, Value
from knowledge import Holdings, Status, parse_ref

GOLDEN = Path(__file__).parent / "golden"
KEYS = {"name", "calculator", "facts", "expect", "working", "law"}
TODAY = date(2026, 11, 24)


def cases() -> Iterator[Any]:
    for file in sorted(GOLDEN.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


NOT_HELD = "企业职工患病或非因工负伤医疗期规定"  # 劳部发〔1994〕479号 is in no corpus
CASES = list(cases())


def fact_value(fact: Fact, written: object) -> Value:
    if isinstance(written, dict):
        return Span(**written)
    if isinstance(written, bool):
        return written
    assert isinstance(written, str), f"{fact.id}: write {written!r} as a string"
    return read_fact(fact, written)


def shown(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def expected(written: object) -> str:
    try:
        return shown(Decimal(str(written)))
    except ArithmeticError:
        return str(written)


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_comes_out_as_worked_by_hand(case: dict[str, Any]) -> None:
    calculator = calculators()[case["calculator"]]
    facts = {fact.id: fact for fact in calculator.facts}
    found = reckon(calculator, {name: fact_value(facts[name], said) for name, said in case["facts"].items()})
    assert isinstance(found, Working), found
    got = {line.id: shown(line.value) for line in found.results}
    want = {name: expected(value) for name, value in case["expect"].items()}
    # a result that the author does not name does not apply: it is absent, or nothing
    assert {name: value for name, value in got.items() if name in want or value != "0"} == want, case["working"]


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_shows_its_working_and_its_law(case: dict[str, Any]) -> None:
    assert set(case) == KEYS
    assert case["expect"]
    assert case["working"].strip()
    assert case["law"]


def test_the_law_of_the_golden_cases_is_held(real: Holdings) -> None:
    refs = {ref for case in CASES for ref in case.values[0]["law"] if not ref.startswith(NOT_HELD)}
    found = {ref: real.library.resolve(parse_ref(ref), TODAY) for ref in sorted(refs)}
    assert [ref for ref, finding in found.items() if finding.status is not Status.IN_FORCE] == []
