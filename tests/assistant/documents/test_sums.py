from datetime import date
from decimal import Decimal

from assistant.calculators.model import Working
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.documents.render import render
from assistant.documents.sums import Sum
from tests.assistant.documents.sums import FACTS

TODAY = date(2026, 11, 24)


def _sum(calculator: str) -> Sum:
    working = reckon(calculators()[calculator], FACTS[calculator])
    assert isinstance(working, Working)
    return Sum(calculators()[calculator], working)


def test_a_sum_fills_what_was_not_told_and_stands_with_its_working() -> None:
    text = render("labour-arbitration", {}, TODAY, [_sum("severance")]).sheet.text
    assert "劳动合同的经济补偿32000元；" in text
    assert "附：计算过程" in text
    assert "8000元 × 4个月 = 32000元（依据：劳动合同法第四十七条）" in text


def test_what_the_person_told_is_never_overwritten() -> None:
    told = {"severance_claim": Decimal(30000)}
    assert "劳动合同的经济补偿30000元；" in render("labour-arbitration", told, TODAY, [_sum("severance")]).sheet.text


def test_a_sum_that_fills_nothing_stands_in_the_annex_alone() -> None:
    made = render("will", {}, TODAY, [_sum("severance")])
    assert "附：计算过程" in made.sheet.text
    assert set(made.blanks) == set(render("will", {}, TODAY).blanks)
