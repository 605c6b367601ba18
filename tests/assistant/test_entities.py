"""What people say, and the entities that are read out of it."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from assistant.facts.model import Span
from assistant.understanding.entities import (
    Bound,
    Count,
    Day,
    EntityKind,
    Per,
    Range,
    Rate,
    SpanRange,
    Wage,
    entities,
)

TODAY = date(2026, 11, 24)


def only(text: str, kind: EntityKind) -> tuple[str, object]:
    (one,) = [one for one in entities(text, TODAY) if one.kind is kind]
    return one.text, one.value


@pytest.mark.parametrize(
    ("text", "said", "yuan"),
    [
        ("老板欠我三万二", "三万二", "32000"),
        ("押金两千八没退", "两千八", "2800"),
        ("一百零五块", "一百零五块", "105"),
        ("花了１２００元", "１２００元", "1200"),
        ("转了1.2万", "1.2万", "12000"),
        ("才5k", "5k", "5000"),
        ("借了10w", "10w", "100000"),
        ("三块五", "三块五", "3.5"),
        ("两毛五一个", "两毛五", "0.25"),
        ("¥3,000的定金", "¥3,000", "3000"),
        ("一万出头", "一万出头", "10000"),
        ("三百来块", "三百来块", "300"),
        ("人民币伍万元整", "伍万元整", "50000"),
        ("十五万三千六百块", "十五万三千六百块", "153600"),
        ("不给我3000", "3000", "3000"),
        ("三千五五险一金没交", "三千五", "3500"),
        ("每个月给2000抚养费", "2000", "2000"),
    ],
)
def test_a_sum_is_read_as_it_is_said(text: str, said: str, yuan: str) -> None:
    assert only(text, EntityKind.MONEY) == (said, Decimal(yuan))


@pytest.mark.parametrize(
    ("text", "least", "most"), [("六七千", 6000, 7000), ("三五百块", 300, 500), ("十几万", 110000, 190000)]
)
def test_a_sum_between_two_is_a_range(text: str, least: int, most: int) -> None:
    assert only(text, EntityKind.MONEY)[1] == Range(Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("text", "said", "amount", "per"),
    [
        ("一个月六千五", "一个月六千五", 6500, Per.MONTH),
        ("底薪三千", "底薪三千", 3000, Per.MONTH),
        ("日结200", "日结200", 200, Per.DAY),
        ("时薪18块", "时薪18块", 18, Per.HOUR),
        ("18块一小时", "18块一小时", 18, Per.HOUR),
        ("年薪十五万", "年薪十五万", 150000, Per.YEAR),
        ("6500/月", "6500/月", 6500, Per.MONTH),
        ("三块钱一件", "三块钱一件", 3, Per.PIECE),
        ("一天两百六", "一天两百六", 260, Per.DAY),
    ],
)
def test_pay_has_its_unit(text: str, said: str, amount: int, per: Per) -> None:
    assert only(text, EntityKind.WAGE) == (said, Wage(Decimal(amount), per))


@pytest.mark.parametrize("text", ["房租一个月两千", "欠工资三万", "每月还三千的贷款"])
def test_rent_debts_and_repayments_are_no_pay(text: str) -> None:
    assert [one.kind for one in entities(text, TODAY) if one.kind is EntityKind.WAGE] == []


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("二零二一年三月一号", "二零二一年三月一号", "2021-03-01", "2021-03-01"),
        ("2024.3.15签的", "2024.3.15", "2024-03-15", "2024-03-15"),
        ("20240315", "20240315", "2024-03-15", "2024-03-15"),
        ("零八年进的厂", "零八年", "2008-01-01", "2008-12-31"),
        ("98年的事", "98年", "1998-01-01", "1998-12-31"),
        ("一五年生的娃", "一五年", "2015-01-01", "2015-12-31"),
        ("今年三月份", "今年三月份", "2026-03-01", "2026-03-31"),
        ("昨天", "昨天", "2026-11-23", "2026-11-23"),
        ("大前天", "大前天", "2026-11-21", "2026-11-21"),
        ("上个月15号", "上个月15号", "2026-10-15", "2026-10-15"),
        ("上个月底", "上个月底", "2026-10-21", "2026-10-31"),
        ("上上个月", "上上个月", "2026-09-01", "2026-09-30"),
        ("15号发的", "15号", "2026-11-15", "2026-11-15"),
        ("上礼拜五", "上礼拜五", "2026-11-20", "2026-11-20"),
        ("这周三", "这周三", "2026-11-25", "2026-11-25"),
        ("半个月前", "半个月前", "2026-11-09", "2026-11-09"),
        ("三年前", "三年前", "2023-11-24", "2023-11-24"),
        ("上半年", "上半年", "2026-01-01", "2026-06-30"),
        ("去年夏天", "去年夏天", "2025-06-01", "2025-08-31"),
        ("五一那天", "五一那天", "2026-05-01", "2026-05-01"),
        ("今年清明", "今年清明", "2026-04-05", "2026-04-05"),
        ("十二月二十号", "十二月二十号", "2025-12-20", "2025-12-20"),
    ],
)
def test_a_day_is_read_from_today(text: str, said: str, first: str, last: str) -> None:
    words, day = only(text, EntityKind.DATE)
    assert isinstance(day, Day)
    assert (words, day.first.isoformat(), day.last.isoformat()) == (said, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("去年腊月", "2026-01-19", "2026-02-16"),
        ("大年初三", "2026-02-19", "2026-02-19"),
        ("大年三十晚上", "2026-02-16", "2026-02-16"),
        ("今年中秋", "2026-09-25", "2026-09-25"),
        ("前年中秋", "2024-09-17", "2024-09-17"),
        ("去年正月十五", "2025-02-12", "2025-02-12"),
        ("阴历三月初三", "2026-04-19", "2026-04-19"),
        ("闰六月", "2025-07-25", "2025-08-22"),
        ("今年端午", "2026-06-19", "2026-06-19"),
    ],
)
def test_days_of_the_moon_are_civil_days(text: str, first: str, last: str) -> None:
    day = only(text, EntityKind.DATE)[1]
    assert isinstance(day, Day)
    assert (day.first.isoformat(), day.last.isoformat()) == (first, last)


def test_before_a_feast_is_not_the_feast() -> None:
    day = only("国庆前必须给钱", EntityKind.DATE)[1]
    assert day == Day(date(2026, 10, 1), date(2026, 10, 1), bound=Bound.BEFORE)


@pytest.mark.parametrize(
    ("text", "said", "span"),
    [
        ("干了三年零两个月", "三年零两个月", Span(3, 2)),
        ("一个半月", "一个半月", Span(0, 1, 15)),
        ("两年半", "两年半", Span(2, 6)),
        ("住院28天", "28天", Span(0, 0, 28)),
        ("一个礼拜", "一个礼拜", Span(0, 0, 7)),
        ("小半年", "小半年", Span(0, 6)),
        ("仨月没发", "仨月", Span(0, 3)),
        ("判了10年", "10年", Span(10)),
        ("十个工作日内", "十个工作日", Span(0, 0, 10)),
    ],
)
def test_how_long_is_years_months_and_days(text: str, said: str, span: Span) -> None:
    assert only(text, EntityKind.SPAN) == (said, span)


def test_how_long_between_two() -> None:
    assert only("干了两三年", EntityKind.SPAN)[1] == SpanRange(Span(2), Span(3))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("三七开我三", Decimal("0.3")),
        ("他七成责任", Decimal("0.7")),
        ("百分之三十", Decimal("0.3")),
        ("赔了一半", Decimal("0.5")),
        ("月息两分", Rate(Decimal("0.02"), Per.MONTH)),
        ("利息一分五", Rate(Decimal("0.015"), Per.MONTH)),
        ("年化36%", Rate(Decimal("0.36"), Per.YEAR)),
        ("日息万分之五", Rate(Decimal("0.0005"), Per.DAY)),
        ("年利率百分之七点二", Rate(Decimal("0.072"), Per.YEAR)),
    ],
)
def test_shares_and_rates_are_parts_of_one(text: str, share: object) -> None:
    assert only(text, EntityKind.SHARE)[1] == share


@pytest.mark.parametrize(
    ("text", "said", "n", "of"),
    [
        ("有两个孩子", "两个孩子", 2, "child"),
        ("俩娃", "俩娃", 2, "child"),
        ("一儿一女", "一儿一女", 2, "child"),
        ("鉴定是九级伤残", "九级伤残", 9, "grade"),
        ("伤残十级", "伤残十级", 10, "grade"),
        ("我们三个人", "三个人", 3, "person"),
    ],
)
def test_what_is_counted_is_named(text: str, said: str, n: int, of: str) -> None:
    assert only(text, EntityKind.COUNT) == (said, Count(Decimal(n), of))


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        ("在四川达州打工", "四川达州", "511700"),
        ("浦东的房子", "浦东", "310115"),
        ("北京朝阳区", "北京朝阳区", "110105"),
        ("长春朝阳区", "长春朝阳区", "220104"),
        ("我老家在义乌", "义乌", "330782"),
        ("河北廊坊香河县", "河北廊坊香河县", "131024"),
    ],
)
def test_a_place_is_as_narrow_as_it_is_said(text: str, said: str, code: str) -> None:
    assert only(text, EntityKind.PLACE) == (said, code)


@pytest.mark.parametrize("text", ["朝阳区", "南京东路", "南京市鼓楼区的北京烤鸭店"[8:], "大同社会", "合作社", "公安局"])
def test_a_name_that_could_be_another_is_no_place(text: str) -> None:
    assert [one for one in entities(text, TODAY) if one.kind is EntityKind.PLACE] == []


@pytest.mark.parametrize(
    ("text", "kind", "said", "id_"),
    [
        ("我家那口子不回来", EntityKind.RELATION, "我家那口子", "spouse"),
        ("公公打我", EntityKind.RELATION, "公公", "parent_in_law"),
        ("前夫不给钱", EntityKind.RELATION, "前夫", "ex_spouse"),
        ("二房东跑了", EntityKind.RELATION, "二房东", "landlord"),
        ("劳动合同没签", EntityKind.DOCUMENT, "劳动合同", "labour_contract"),
        ("只有借条", EntityKind.DOCUMENT, "借条", "iou"),
        ("一审判决书下来了", EntityKind.DOCUMENT, "一审判决书", "judgment"),
        ("责任认定书", EntityKind.DOCUMENT, "责任认定书", "accident_report"),
    ],
)
def test_people_and_papers_go_by_their_ids(text: str, kind: EntityKind, said: str, id_: str) -> None:
    assert only(text, kind) == (said, id_)


@pytest.mark.parametrize(
    "text",
    [
        "十分着急", "五险一金", "一个人", "二手房", "四六级", "百分百", "三包", "打12348", "我45岁", "万一呢",
        "千万别", "一辈子", "三天两头", "第三者", "第二天", "三年级", "90年代", "几百块", "好几万", "几年", "",
        "2021年2月30日", "三八红旗手", "第1079条",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert entities(text, TODAY) == ()


def test_entities_stand_in_order_and_never_over_one_another() -> None:
    text = "我2021年3月1号入职，一个月六千五，干了三年零两个月，老板欠我三万二，房东催房租"
    found = entities(text, TODAY)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert [one.kind.value for one in found] == ["date", "wage", "span", "relation", "money", "relation"]
