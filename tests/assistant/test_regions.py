"""The region that a question names."""

import pytest

from assistant.understanding.regions import region_name, region_of
from knowledge import NATION


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("我在上海打工", "310000"),
        ("浙江杭州的工厂", "330100"),
        ("海南省三亚市", "460200"),
        ("恩施州的矿", "422800"),
        ("延边", "222400"),
        ("海南藏族自治州", "632500"),
        ("河南郑州买的房，现在广州上班", "440100"),
        ("大同市工作", "140200"),
        ("吉林市", "220200"),
        ("吉林省", "220000"),
        ("内蒙古呼伦贝尔", "150700"),
    ],
)
def test_the_most_local_region_is_found(text: str, code: str) -> None:
    assert region_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "我在大同工作",
        "孙中山",
        "南京东路",
        "朝阳区",
        "北京时间几点",
        "和田玉",
        "阿里巴巴",
        "普洱茶",
        "大理石",
        "老板不发工资",
        "",
    ],
)
def test_a_word_that_is_no_place_names_no_region(text: str) -> None:
    assert region_of(text) == NATION


def test_a_code_has_its_full_name() -> None:
    assert [region_name(code) for code in ("310000", "422800", NATION, "999999")] == [
        "上海市",
        "恩施土家族苗族自治州",
        "全国",
        "999999",
    ]
