import json

from assistant.calculators.model import Wanting, Working
from assistant.calculators.printed import (
    calculator_json,
    facts_text,
    wanting_json,
    wanting_text,
    working_json,
    working_text,
)
from assistant.calculators.registry import calculators
from tests.assistant.calculators.telling import run

SEVERANCE = calculators()["severance"]
TOLD = {"start": "2021-03-01", "end": "2024-08-31", "wage": "8000"}


def test_a_working_is_read_line_by_line_with_its_articles() -> None:
    found = run("severance", **TOLD)
    assert isinstance(found, Working)
    text = working_text(SEVERANCE, found)
    assert text.startswith("经济补偿\n")
    assert "1. 工作年限：2021年3月1日至2024年8月31日，共3年6个月，按4年计算" in text
    assert "3. 经济补偿：8000元 × 4个月 = 32000元\n   依据：劳动合同法第四十七条" in text
    assert "注意：" in text


def test_a_working_as_json_has_exact_sums_by_id() -> None:
    found = run("severance", **TOLD)
    assert isinstance(found, Working)
    body = json.loads(json.dumps(working_json(SEVERANCE, found)))
    assert body["results"] == {"years": "4", "compensation": "32000.00"}
    assert [line["id"] for line in body["lines"]] == ["years", "", "compensation"]


def test_days_are_iso_days_in_json() -> None:
    found = run("maternity", kind="birth", start="2025-01-01")
    assert isinstance(found, Working)
    assert working_json(calculators()["maternity"], found)["results"] == {"days": "98", "until": "2025-04-08"}


def test_what_is_wanted_is_asked_for_in_words_and_as_json() -> None:
    found = run("severance", start="2021-03-01")
    assert isinstance(found, Wanting)
    assert "  wage：离职前十二个月" in wanting_text(found)
    assert json.dumps(wanting_json(SEVERANCE, found)).count('"question"') == 2


def test_the_facts_of_a_calculator_are_told_in_words_and_as_json() -> None:
    assert "average_wage（money，元，可以不填）" in facts_text(SEVERANCE)
    assert "birth 生育" in facts_text(calculators()["maternity"])
    assert json.dumps(calculator_json(SEVERANCE)).count('"question"') == 5
