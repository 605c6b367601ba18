from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import DataError
from knowledge.gaps import Gap, gaps_touching, load_gaps, read_gaps

WHOLE = Gap("某解释", "interpretation", "没有收录。", "法释", ("labour.wages",), effective=date(2025, 9, 1))
NARROW = Gap("某解释（二）", "interpretation", "没有收录。", "法释", ("labour.wages",), words=("挂靠", "转包"))
RANGE = Gap("某日以后的条例", "range", "没有收录。", "语料", ("labour.wages",))
DAY = date(2026, 1, 1)


def test_a_gap_touches_questions_on_its_matters() -> None:
    assert WHOLE.touches({"labour.wages"}, "老板欠薪", DAY, "000000")
    assert not WHOLE.touches({"family.divorce"}, "老板欠薪", DAY, "000000")


def test_words_narrow_a_gap() -> None:
    assert NARROW.touches({"labour.wages"}, "包工头转包以后不给钱", DAY, "000000")
    assert not NARROW.touches({"labour.wages"}, "老板欠薪", DAY, "000000")


def test_a_range_is_not_said_in_every_answer() -> None:
    assert not RANGE.touches({"labour.wages"}, "老板欠薪", DAY, "000000")


def test_a_gap_does_not_touch_a_day_before_the_missing_law() -> None:
    assert not WHOLE.touches({"labour.wages"}, "", date(2025, 8, 31), "000000")
    assert WHOLE.touches({"labour.wages"}, "", date(2025, 9, 1), "000000")


@pytest.mark.parametrize(
    ("region", "touched"), [("310115", True), ("310000", True), ("330100", False), ("000000", False)]
)
def test_a_local_gap_touches_its_region_only(region: str, touched: bool) -> None:
    gap = Gap("某市条例", "local", "没有收录。", "公告", ("labour.wages",), region="310000")
    assert gap.touches({"labour.wages"}, "", DAY, region) is touched


def test_the_gaps_beside_the_code_are_sound() -> None:
    assert len(load_gaps()) >= 40
    assert all(gap.note and gap.source and (gap.matters or gap.laws) for gap in load_gaps())


def test_the_second_labour_interpretation_is_known_to_be_missing() -> None:
    gap = next(gap for gap in load_gaps() if "劳动争议" in gap.title and "（二）" in gap.title)
    text = "".join(gap.words)
    assert gap in gaps_touching(gap.matters, text, DAY, "000000")
    assert gap not in gaps_touching(gap.matters, text, date(2025, 8, 31), "000000")


@pytest.mark.parametrize(("column", "wrong"), [("kind", '"decree"'), ("matters", '["labour.nothing"]')])
def test_an_unknown_kind_or_matter_is_an_error(tmp_path: Path, column: str, wrong: str) -> None:
    row = {"title": '"某法"', "kind": '"rule"', "note": '"无"', "source": '"无"', "matters": '["labour.wages"]'}
    text = "[[gap]]\n" + "".join(f"{key} = {value}\n" for key, value in (row | {column: wrong}).items())
    path = tmp_path / "gaps.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"gaps\.toml.*某法"):
        read_gaps(path)
