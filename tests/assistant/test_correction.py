"""Corrections, as the line, the answers and the interviews read them."""

import pytest

from assistant.understanding.correction import Way, correction

TABLE = [
    ("不是3000，是5000", "3000", "5000"),
    ("不是3000是5000", "3000", "5000"),
    ("不是3,000,是5,000", "3,000", "5,000"),
    ("不是3000，而是5000。", "3000", "5000"),
    ("说错了，不是3000，应该是5000", "3000", "5000"),
    ("不是公司，是给私人帮忙做零活", "公司", "给私人帮忙做零活"),
    ("打错了，是5000", "", "5000"),
    ("更正一下，是5000", "", "5000"),
    ("打错了，更正一下，是5000", "", "5000"),
    ("纠正一下：5000", "", "5000"),
    ("说错了，是五千", "", "五千"),
    ("说错了是五千", "", "五千"),
    ("记错了四年", "", "四年"),
    ("说错了上海", "", "上海"),
    ("刚才说错了，是2020年入职", "", "2020年入职"),
    ("我刚才填错了，应该5000", "", "5000"),
    ("欠的数额改成3500", "", "3500"),
    ("改：月工资", "", "月工资"),
    ("不对，是5000", "", "5000"),
    ("3000，不对，是5000", "", "5000"),
    ("三千块不对是五千", "", "五千"),
    ("应该是五千", "", "五千"),
    ("说错了", "", ""),
    ("改月工资", "", ""),
]


@pytest.mark.parametrize(("text", "wrong", "right"), TABLE)
def test_a_correction_says_what_is_right(text: str, wrong: str, right: str) -> None:
    found = correction(text)
    assert found is not None
    assert (found.wrong, found.right) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "5000",
        "是不是3000，是5000吗",
        "服务态度不对",
        "生日不对",
        "这笔账不对劲",
        "没错",
        "不是我干的",
        "疫苗打错了批次",
        "不是说可以退吗",
        "是五千吗",
        "",
    ],
)
def test_what_puts_nothing_right_is_none(text: str) -> None:
    assert correction(text) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("刚才说错了，是5000", Way.ADMITTED),
        ("说错了，不是3000，是5000", Way.ADMITTED),
        ("不是辞职，是公司辞退", Way.CONTRAST),
        ("3000，不对，是5000", Way.TAKEN_BACK),
        ("其实是五千", Way.RATHER),
    ],
)
def test_how_it_is_put_right_says_what_it_speaks_of(text: str, way: Way) -> None:
    found = correction(text)
    assert found is not None
    assert found.way is way


@pytest.mark.parametrize(
    ("text", "before", "about", "after"),
    [
        ("签了，但是日期写错了", "签了，但是日期", "但是日期", ""),
        ("欠的数额改成3500", "欠的数额", "欠的数额", ""),
        ("我三千说错了，是五千，每个月", "我三千", "", "，每个月"),
        ("修改遗嘱", "", "", "遗嘱"),
    ],
)
def test_the_words_around_it_are_kept(text: str, before: str, about: str, after: str) -> None:
    found = correction(text)
    assert found is not None
    assert (found.before, found.about, found.after) == (before, about, after)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("不是3000，是5000", "5000"),
        ("我不是辞职，是公司辞退", "我公司辞退"),
        ("欠的数额改成3500", "欠的数额3500"),
        ("三千说错了是五千", "三千，五千"),
        ("不好意思，刚才说错了，是5000", "不好意思，5000"),
    ],
)
def test_what_is_taken_back_is_left_out(text: str, said: str) -> None:
    found = correction(text)
    assert found is not None
    assert found.put_right == said
