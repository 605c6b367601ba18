from datetime import date

import pytest

from channels.web.force_words import day_words, interval_words
from knowledge import Force
from knowledge.statutes.model import Boundary

TODAY = date(2026, 3, 1)


def on(text: str) -> Boundary:
    return Boundary.on(date.fromisoformat(text))


def within(first: str, last: str) -> Boundary:
    return Boundary(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (Force(on("2021-01-01")), "自2021年1月1日起施行，现行有效"),
        (Force(on("2001-04-28"), on("2021-01-01")), "自2001年4月28日起施行，到2020年12月31日为止，已失效"),
        (Force(on("2021-01-01"), on("2026-08-15")), "自2021年1月1日起施行，现行有效，到2026年8月14日为止"),
        (Force(on("2026-11-01")), "自2026年11月1日起施行，尚未施行"),
        (Force(within("2000-01-01", "2000-06-01")), "在2000年1月1日到2000年6月1日之间开始施行，现行有效"),
        (
            Force(on("2001-01-01"), within("2025-01-01", "2027-01-01")),
            "自2001年1月1日起施行，最迟到2026年12月31日为止，是否有效不明",
        ),
        (Force(Boundary(date.min, date(1990, 1, 1))), "1990年1月1日前已经施行，现行有效"),
    ],
)
def test_an_interval_is_said_with_its_doubts(force: Force, words: str) -> None:
    assert interval_words(force, TODAY) == words


def test_a_day_has_no_leading_zeros() -> None:
    assert day_words(date(2021, 1, 1)) == "2021年1月1日"
