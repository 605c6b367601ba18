"""The day that a question speaks of."""

from datetime import date

import pytest

from assistant.understanding.days import day_of_law, future_days, spoken_days

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021年3月1日签的合同", "2021-03-01", "2021-03-01"),
        ("2021 年 3 月", "2021-03-01", "2021-03-31"),
        ("2020年5月31号", "2020-05-31", "2020-05-31"),
        ("二〇一九年的事", "2019-01-01", "2019-12-31"),
        ("一九九八年十二月三十一日", "1998-12-31", "1998-12-31"),
        ("2020年底借的钱", "2020-10-01", "2020-12-31"),
        ("2020年年初", "2020-01-01", "2020-03-31"),
        ("2020-05-01", "2020-05-01", "2020-05-01"),
        ("2020.5.1", "2020-05-01", "2020-05-01"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("去年3月", "2025-03-01", "2025-03-31"),
        ("大前年五月一号", "2023-05-01", "2023-05-01"),
        ("今年三月份被打伤", "2026-03-01", "2026-03-31"),
        ("三年前", "2023-11-24", "2023-11-24"),
        ("两年多前", "2024-11-24", "2024-11-24"),
        ("二十多年前", "1997-11-24", "2006-11-24"),
        ("半年前", "2026-05-24", "2026-05-24"),
        ("3个月前", "2026-08-24", "2026-08-24"),
        ("上个月", "2026-10-01", "2026-10-31"),
        ("19年6月入职的", "2019-06-01", "2019-06-30"),
        ("我是98年结的婚", "1998-01-01", "1998-12-31"),
    ],
)
def test_a_day_is_read_however_it_is_said(text: str, first: str, last: str) -> None:
    (span,) = spoken_days(text, TODAY)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "判了10年", "合同签了3年", "工作10年了", "2000元", "2000年终奖没发", "年薪2000年薪制",
        "2021年2月30日", "2021年13月", "2021年二十十月", "十十年前", "几年前", "1000年", "10年有期徒刑",
        "第19条", "12348", "90年代", "2019-13-45", "",
    ],
)  # fmt: skip
def test_a_number_that_is_no_day_is_not_read_as_one(text: str) -> None:
    assert spoken_days(text, TODAY) == []


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 12, 31), date(2025, 3, 31)])
def test_the_edges_of_the_calendar_hold(day: date) -> None:
    for text in ("去年", "三年前", "上个月", "一个月前", "半年前", "99年前", "今年2月"):
        assert all(span.first <= span.last for span in spoken_days(text, day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019年被打伤了怎么赔", "2019-12-31"),
        ("2019年到2021年的工资", "2021-12-31"),
        ("2021年的时候工资怎么算", "2021-12-31"),
        ("2003年结婚登记的时候没到年龄", "2003-12-31"),
        ("今年三月发生的车祸", "2026-03-31"),
    ],
)
def test_a_matter_that_is_over_is_judged_by_the_law_of_its_day(text: str, day: str) -> None:
    assert day_of_law(text, TODAY) == (date.fromisoformat(day), True)


@pytest.mark.parametrize(
    "text",
    [
        "工资没发", "2019年借的钱到现在没还", "2015年7月被判刑，现在还能申诉吗", "我2001年出生，能结婚吗",
        "我们2010年结的婚，孩子归谁", "2015年入职的公司不续签", "2030年到期", "2020年结婚，想离婚",
        "今年的工资一直拖欠",
    ],
)  # fmt: skip
def test_a_matter_that_goes_on_is_judged_by_todays_law(text: str) -> None:
    assert day_of_law(text, TODAY) == (TODAY, False)


def test_days_to_come_are_told_apart() -> None:
    assert [span.words for span in future_days("2021年签的合同到2030年5月", TODAY)] == ["2030年5月"]
