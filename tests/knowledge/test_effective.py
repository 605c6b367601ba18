from datetime import date

import pytest

from knowledge.statutes.effective import Basis, Statement, read_statement

ON = {
    "本法自2021年1月1日起施行。": date(2021, 1, 1),
    "本条例自 2011 年 5 月 1 日起施行。": date(2011, 5, 1),
    "本法自一九八二年十月一日起试行。": date(1982, 10, 1),
    "本办法自二〇〇四年五月一日起实施。": date(2004, 5, 1),
    "本规则自2001年8月1日零时起施行。": date(2001, 8, 1),
    "本解释自2004年5月1日起施行。2004年5月1日后新受理的案件适用。": date(2004, 5, 1),
    "自2015年9月1日起施行。": date(2015, 9, 1),
    "2004年4月1日起施行。": date(2004, 4, 1),
    "本条例于2008年9月18日起施行。": date(2008, 9, 18),
    "本条例（原称《旧条例》）自1989年1月1日起施行。": date(1989, 1, 1),
    "2007年5月1日发布的《旧办法》同时废止。本办法自2010年1月1日起施行。": date(2010, 1, 1),
    "本修正案自2024年3月1日起施行。": date(2024, 3, 1),
    "（2008年4月17日公告公布自2008年4月23日起施行）": date(2008, 4, 23),
}
AFTER = {
    "本法自公布之日起施行。": Statement(Basis.PUBLISHED),
    "本办法自发布之日起施行，1990年的旧办法同时废止。": Statement(Basis.PUBLISHED),
    "本规定自公布之日起30日后施行。": Statement(Basis.PUBLISHED, delay_days=30),
    "本办法自发布之日起三个月后施行。": Statement(Basis.PUBLISHED, delay_months=3),
    "本规则自通过之日起施行。": Statement(Basis.PASSED),
    "本规定自国务院批准之日起施行。": Statement(Basis.APPROVED),
}
SILENT = [
    "本法施行前已经注册的继续有效。",
    "当事人自本法施行之日起六个月内提出。",
    "将第九条修改为：“本法自2013年1月1日起施行。”",
    "本补充安排第一条、第四条自2020年11月27日起施行。",
    "本解释施行后尚未终审的案件适用本解释。",
    "根据2009年1月1日起施行的《某法》制定本条例。",
    "本法自2021年13月1日起施行。",
    "",
]


@pytest.mark.parametrize(("text", "day"), ON.items())
def test_a_stated_day_is_read(text: str, day: date) -> None:
    assert read_statement(text) == Statement(Basis.DAY, day)


@pytest.mark.parametrize(("text", "statement"), AFTER.items())
def test_an_event_and_its_delay_are_read(text: str, statement: Statement) -> None:
    assert read_statement(text) == statement


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_about_the_text_itself_is_no_statement(text: str) -> None:
    assert read_statement(text) is None


def test_a_delay_counts_from_the_event() -> None:
    assert Statement(Basis.PUBLISHED, delay_days=30).after(date(2020, 1, 1)) == date(2020, 1, 31)
    assert Statement(Basis.PUBLISHED, delay_months=3).after(date(2020, 11, 5)) == date(2021, 2, 5)
