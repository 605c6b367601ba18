"""Particulars are masked, numbers that the law needs are not."""

import pytest

from assistant.understanding.particulars import mask, without_masks


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我身份证310101199001011234，公司欠我工资", "我身份证〔证件号〕，公司欠我工资"),
        ("身份证11010119900307109X丢了", "身份证〔证件号〕丢了"),
        ("电话13812345678被骚扰", "电话〔电话〕被骚扰"),
        ("打138 1234 5678找我", "打〔电话〕找我"),
        ("座机021-12345678", "座机〔电话〕"),
        ("银行卡6222021234567890123被盗刷", "银行卡〔卡号〕被盗刷"),
        ("发到a.b+c@example.com吧", "发到〔邮箱〕吧"),
        ("欠我350000元，2021年3月15日借的，第1079条", "欠我350000元，2021年3月15日借的，第1079条"),
        ("案号（2023）沪01民终12345号", "案号（2023）沪01民终12345号"),
    ],
)
def test_what_is_masked_and_what_stays(text: str, masked: str) -> None:
    assert mask(text) == masked
    assert mask(masked) == masked


def test_the_marks_are_not_searched_for() -> None:
    assert without_masks(mask("我身份证310101199001011234，电话13812345678，欠我工资")).split() == ["，", "，欠我工资"]
