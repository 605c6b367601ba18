"""What may be said without a source."""

import re
import tomllib
from pathlib import Path

import pytest

import assistant.verification.bridges as bridges
from assistant.verification.bridges import closes, is_bridge, joins, leads, says, trails

CLAIMS = ["是", "是的", "对", "对的", "没错", "好", "好的", "嗯", "行", "可以", "当然", "当然可以", "能", "能的", "会", "会的", "不", "不用", "不行", "不能", "不会", "不可以", "不需要", "没有", "有", "确实", "确实如此", "属实", "法律规定", "是法律规定", "这是法律规定", "这就是法律规定", "这是法律明确规定的", "法律是这样规定的", "法律就是这样规定的", "法律支持您", "法律不管", "来自法律原文", "以上属实", "已核验", "需要", "要说明", "知道", "了解", "收到", "请提供材料", "法律规定有", "以上是法律规定", "以上就是法律规定", "您说得对", "您的理解是对的", "您可以这样做", "按您说的做", "就这样", "不用担心", "请您放心", "没事的", "您有权利", "应当", "必须", "不得", "三日内", "两倍", "一万元", "百分之十", "3", "3.", "1、", "30.", "三、", "（三）", "三年", "第3条", "二十", "您一定能赢", "您会赢", "对方违法", "对方全责", "您不用赔", "可以不还", "马上搬走", "您符合", "符合上述规定", "不符合", "适用", "不适用", "有效", "无效", "合法", "违法"]

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
