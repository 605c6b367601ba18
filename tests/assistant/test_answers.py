"""What an answer in free words says for the fact that was asked."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.facts.check import check
from assistant.facts.model import Choice, Fact, Kind, Span, Value
from assistant.understanding.entities import read

TODAY = date(2026, 11, 24)

WAGE = Fact("wage", "月工资", Kind.MONEY, "您每月工资多少？")
DEBT = Fact("debt", "借款本金", Kind.MONEY)
START = Fact("start", "入职时间", Kind.DATE)
WORKED = Fact("worked", "干了多久", Kind.SPAN)
CHILDREN = Fact("children", "孩子数", Kind.NUMBER, "几个孩子？", unit="个")
HOURS = Fact("hours", "加班小时", Kind.NUMBER, unit="小时")
FAULT = Fact("share", "责任比例", Kind.SHARE)
RATE = Fact("rate", "年利率", Kind.SHARE)
SIGNED = Fact("signed", "签过书面劳动合同", Kind.FLAG, "签过书面劳动合同吗？")
UNSIGNED = Fact("unsigned", "没有签书面合同", Kind.FLAG)
REGION = Fact("region", "地区", Kind.REGION)
NAME = Fact("name", "姓名", Kind.TEXT)
ENDED = Fact(
    "ended",
    "怎么离开的",
    Kind.CHOICE,
    choices=(
        Choice("fired", "公司辞退", ("开除", "炒了", "不要我")),
        Choice("quit", "自己辞职", ("辞职", "不干了")),
        Choice("expired", "合同到期", ("到期",)),
    ),
)


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        (WAGE, "六千五", Decimal(6500)),
        (WAGE, "6500", Decimal(6500)),
        (WAGE, "大概六千五吧", Decimal(6500)),
        (WAGE, "一个月六千五", Decimal(6500)),
        (WAGE, "不是3000，是5000", Decimal(5000)),
        (WAGE, "打错了，是5000", Decimal(5000)),
        (WAGE, "3000，不对，是5000", Decimal(5000)),
        (WAGE, "三千块说错了，更正一下，是五千", Decimal(5000)),
        (DEBT, "8000左右", Decimal(8000)),
        (DEBT, "５ｋ", Decimal(5000)),
        (START, "21年3月1", date(2021, 3, 1)),
        (START, "2021.3.1", date(2021, 3, 1)),
        (START, "3月15", date(2026, 3, 15)),
        (START, "说错了，是2020年5月1号", date(2020, 5, 1)),
        (START, "去年大年初八", date(2025, 2, 5)),
        (WORKED, "三年零两个月", Span(3, 2)),
        (CHILDREN, "俩娃", Decimal(2)),
        (CHILDREN, "两个", Decimal(2)),
        (CHILDREN, "没有", Decimal(0)),
        (HOURS, "三十小时", Decimal(30)),
        (FAULT, "三成", Decimal("0.3")),
        (FAULT, "全责", Decimal(1)),
        (RATE, "月息两分", Decimal("0.24")),
        (RATE, "24%", Decimal("0.24")),
        (REGION, "我在四川达州", "511700"),
        (REGION, "中山", "442000"),
        (NAME, " 张三 ", "张三"),
    ],
)
def test_an_answer_gives_the_value_that_it_says(fact: Fact, text: str, value: Value) -> None:
    given = read(fact, text, TODAY)
    assert given == value
    assert given is not None
    assert check(fact, given) == value


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (WAGE, "三千多"), (WAGE, "六七千"), (WAGE, "一天200"), (WAGE, "不知道"), (WAGE, "有时3000有时5000"), (WAGE, ""),
        (START, "去年三月"), (START, "三年前"), (START, "零八年"), (START, "2月30号"), (START, "记不清了"),
        (WORKED, "两年多"), (WORKED, "5"), (HOURS, "三十多个小时"), (CHILDREN, "两三个"), (FAULT, "30"),
        (REGION, "老家四川，现在广东"), (NAME, "不知道"), (ENDED, "不清楚"), (ENDED, "4"), (SIGNED, "好像签了"),
        (SIGNED, "没盖章"), (SIGNED, "干了三年"), (UNSIGNED, "没有"),
    ],
)  # fmt: skip
def test_an_answer_that_is_not_sure_gives_nothing(fact: Fact, text: str) -> None:
    assert read(fact, text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("嗯", True), ("是的", True), ("有的", True), ("签了", True), ("签过", True), ("没错", True), ("对", True),
        ("是的，去年就签了", True), ("有合同", True), ("要得", True), ("中", True),
        ("没有", False), ("没签过", False), ("是的没签", False), ("是的，没签", False), ("从来没签过合同", False),
        ("压根就没签", False), ("冇", False), ("莫得", False), ("不是", False), ("没得", False), ("无", False),
    ],
)  # fmt: skip
def test_yes_and_no_are_heard_in_their_forms(text: str, yes: bool) -> None:
    assert read(SIGNED, text, TODAY) is yes


@pytest.mark.parametrize(("text", "yes"), [("没签", True), ("签了", False), ("是的", True)])
def test_a_fact_that_denies_is_affirmed_by_a_denial(text: str, yes: bool) -> None:
    assert read(UNSIGNED, text, TODAY) is yes


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("2", "quit"), ("第二个", "quit"), ("B", "quit"), ("选三", "expired"), ("合同到期", "expired"),
        ("被开除了", "fired"), ("我自己不干了", "quit"), ("不是辞职，是公司辞退", "fired"),
    ],
)  # fmt: skip
def test_a_choice_is_taken_by_its_words_or_its_number(text: str, id_: str) -> None:
    assert read(ENDED, text, TODAY) == id_
