"""One head of damages: its line, and the sum before it is rounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.additions import added
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.model import Line
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Facts

LAW = "最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释"
STANDARDS_NOTES = (
    f"收入和支出的标准看一审法庭辩论终结时的上一统计年度（{LAW}第二十二条第二款）。",
    f"适用于2022年5月1日以后发生的侵权；更早的，城镇和农村的标准不同，请问律师（{LAW}第二十四条第一款）。",
)
"""What stays open wherever income or spending per head is paid by."""


@dataclass(frozen=True, slots=True)
class Item:
    """A head of damages; `exact` is its sum in yuan, unrounded, for the total."""

    line: Line
    exact: Decimal


def of_sum(label: str, amount: Decimal, cites: tuple[str, ...]) -> Item:
    """A sum that is told as a whole."""
    return Item(Line(label, yuan(amount), amount, cites), amount)


def of_days(label: str, days: Decimal, daily: Decimal, cites: tuple[str, ...]) -> Item:
    """So many days at so much a day."""
    amount = days * daily
    return Item(Line(label, f"{yuan(daily)} × {plain(days)}天 = {yuan(amount)}", amount, cites), amount)


def paid_years(age: int) -> tuple[int, Line]:
    """(years for which disability or death is paid at this age, the line that says why): 20, fewer from 60, 5 from 75.

    Source: 人身损害解释第十二条第一款、第十五条.
    """
    book = rulebook("harm")
    whole, fewer = book.now("years"), book.now("years.fewer_from").whole
    if age >= book.now("years.least_from").whole:
        years = book.now("years.least").whole
        said = f"{age}周岁，七十五周岁以上按{years}年"
    elif age > fewer:
        years = whole.whole - (age - fewer)
        said = f"{age}周岁，{whole.whole}年 − ({age} − {fewer})年 = {years}年"
    else:
        years, said = whole.whole, f"{age}周岁，按{whole.whole}年"
    return years, Line("赔偿年数", said, None, (f"{LAW}第十二条第一款", f"{LAW}第十五条"))


def for_child(facts: Facts, degree: Decimal) -> Item | None:
    """What the victim would have paid for a child until eighteen, times the working power lost (0 to 1).

    None where no child is told. `spend_per_head` must be told where `child_years` is.
    """
    if "child_years" not in facts:
        return None
    spend, years = told.number(facts, "spend_per_head"), told.number(facts, "child_years")
    payers = told.whole_or(facts, "child_payers", 2)
    amount = spend * years * degree / payers
    part = "" if degree == 1 else f" × {percent(degree)}"
    said = f"{yuan(spend)} × {plain(years)}年{part} ÷ {payers}人 = {yuan(amount)}"
    cites = (f"{LAW}第十六条", f"{LAW}第十七条")
    return Item(Line("被扶养人生活费", said, cents(amount), cites, id="dependants"), amount)


def total(items: Sequence[Item], share: Decimal) -> Line:
    """All heads together, times the other side's share of fault."""
    whole, said = added([item.exact for item in items])
    if share == 1:
        return Line("合计", said, cents(whole), ("民法典第一千一百七十九条",), id="total")
    amount = whole * share
    said = f"（{said}）× {percent(share)} = {yuan(amount)}"
    cites = ("民法典第一千一百七十九条", "民法典第一千一百七十三条")
    return Line("合计（按对方的责任比例）", said, cents(amount), cites, id="total")
