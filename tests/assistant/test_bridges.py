"""What may be said without a source."""

import re
import tomllib
from pathlib import Path

import pytest

import assistant.verification.bridges as bridges
from assistant.verification.bridges import closes, is_bridge, joins, leads, says, trails
from tests.assistant.honest import lines_of

CLAIMS = lines_of("claims.txt")

ANNOUNCING = {"法律规定", "法律是这样规定的"}
"""With a colon behind them, these speak of what follows."""


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_is_no_bridge_in_any_company(claim: str) -> None:
    frames = ("{}", "{}。", "您好，{}。", "{}，感谢您的咨询。", "1. {}", "三、{}", "关于您的问题，{}！", "（{}）")
    for frame in frames if claim in ANNOUNCING else (*frames, "{}：", "下面是相关规定，{}："):
        assert not is_bridge(frame.format(claim)), frame


@pytest.mark.parametrize(
    "text",
    [
        "您好。",
        "您好，感谢您的咨询！",
        "下面是相关的法律规定：",
        "一、相关法律规定",
        "请您对照自己的情况看一看。",
        "如有疑问，建议您咨询专业律师。",
        "法律是这样规定的：",
        "",
        "。",
    ],
)
def test_a_greeting_or_an_announcement_is_a_bridge(text: str) -> None:
    assert is_bridge(text)


def test_words_stand_only_in_their_places() -> None:
    assert leads("您好，根据")
    assert not leads("不根据")
    assert not leads("这是")
    assert says("明确规定：")
    assert not says("规定，您不用赔：")
    assert not says("没有规定")
    assert joins("；另外，根据")
    assert not joins("另外，根据"), "without a mark before it, the words would run on from the quotation"
    assert not joins("，见")
    assert not joins("这是")
    assert trails("，见")
    assert not trails("，不见")
    assert closes("的规定，供您参考。")
    assert not closes("，所以您不用赔。")


def test_no_pattern_repeats_without_bounds_or_names_a_number_or_a_duty() -> None:
    table = tomllib.loads((Path(bridges.__file__).parent / "bridges.toml").read_text("utf-8"))
    rows = [
        row for kind in table.values() for rows in kind.values() for row in ([rows] if isinstance(rows, str) else rows)
    ]
    for row in rows:
        re.compile(row.format_map(dict.fromkeys(table["slots"], "x")) if "{" in row and "{0" not in row else "x")
        assert "*" not in row, row
        assert not re.search(r"(?<!\))\+", row), row
        assert not re.search("必须|不得|有权|应当|赔|万元|违法|合法|有效|无效", row), row
