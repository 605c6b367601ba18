"""Names of laws."""

import pytest

from knowledge.statutes.names import Names, load_aliases, normalise

TITLES = [
    "中华人民共和国民法典",
    "中华人民共和国公司法",
    "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）",
    "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（二）",
    "最高人民法院关于审理民间借贷案件适用法律若干问题的规定",
    "最高人民法院关于人民法院执行工作若干问题的规定（试行）",
    "最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释",
]
NAMES = Names(TITLES, {"婚姻家庭编解释": "最高人民法院关于适用《民法典》婚姻家庭编的解释（一）", "旧合同法": "合同法"})

ONE, TWO = "最高人民法院关于适用民法典婚姻家庭编的解释（一）", "最高人民法院关于适用民法典婚姻家庭编的解释（二）"
LOANS = "最高人民法院关于审理民间借贷案件适用法律若干问题的规定"
THEFT = "最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释"


@pytest.mark.parametrize(
    ("title", "law"),
    [
        ("《中华人民共和国民法典》", "民法典"),
        ("中华人民共和国 民法典", "民法典"),
        ("最高人民法院 最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释", THEFT),
        ("最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释", THEFT),
        ("最高人民法院　　最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释", THEFT),
        ("最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释(一)", ONE),
        ("最高人民法院关于适用《民法典》婚姻家庭编的解释（１）", ONE),
        ("中华人民共和国境内外国人宗教活动管理规定", "境内外国人宗教活动管理规定"),
        ("中华人民共和国政府信息公开条例", "政府信息公开条例"),
        ("关于庆祝中华人民共和国成立的决定", "关于庆祝中华人民共和国成立的决定"),
        ("中华人民共和国国籍法", "国籍法"),
    ],
)
def test_every_spelling_of_a_title_has_one_normal_form(title: str, law: str) -> None:
    assert normalise(title) == law
    assert normalise(law) == law


@pytest.mark.parametrize(
    ("said", "laws"),
    [
        ("民法典", ("民法典",)),
        ("《公司法》（2018年修正）", ("公司法",)),
        ("2018年公司法", ("公司法",)),
        ("民法典婚姻家庭编解释（一）", (ONE,)),
        ("民法典婚姻家庭编解释二", (TWO,)),
        ("民法典婚姻家庭编解释", (ONE, TWO)),
        ("婚姻家庭编解释", (ONE,)),
        ("婚姻家庭编司法解释", (ONE,)),
        ("民间借贷司法解释", (LOANS,)),
        ("民间借贷规定", (LOANS,)),
        ("审理民间借贷案件适用法律若干问题的规定", (LOANS,)),
        ("盗窃解释", (THEFT,)),
        ("人民法院执行工作若干问题的规定", ("最高人民法院关于人民法院执行工作若干问题的规定（试行）",)),
        ("旧合同法", ("合同法",)),
        ("不存在的法", ()),
        ("", ()),
    ],
)
def test_a_name_as_said_finds_its_laws_and_never_guesses(said: str, laws: tuple[str, ...]) -> None:
    assert NAMES.find(said) == laws


def test_the_table_of_short_names_is_read() -> None:
    aliases = load_aliases()
    assert normalise(aliases["民诉法"]) == "民事诉讼法"


def test_every_name_is_spoken() -> None:
    assert {"民法典", "旧合同法", "民间借贷司法解释"} <= set(NAMES.spoken())
