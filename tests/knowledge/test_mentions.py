"""References in running text."""

import pytest

from knowledge.statutes.finder import NameFinder
from knowledge.statutes.mentions import Mention, Named, find_all

NAMES = NameFinder(
    [
        "中华人民共和国民法典",
        "民事诉讼法",
        "刑法",
        "劳动法",
        "劳动合同法",
        "工伤保险条例",
        "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）",
    ]
)


def _refs(text: str, names: NameFinder | None = NAMES) -> list[str]:
    return [str(mention.ref) for mention in find_all(text, names)]


@pytest.mark.parametrize("names", [NAMES, None], ids=["known names", "no names"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依照《民法典》第十条处理", ["民法典第十条"]),
        ("根据民法典第1079条第3款第（二）项", ["民法典第一千零七十九条第三款第二项"]),
        ("民法典1079条2款", ["民法典第一千零七十九条第二款"]),
        ("《民法典》第十条、第十二条第二款", ["民法典第十条", "民法典第十二条第二款"]),
        ("民法典第十、十一条第二款", ["民法典第十条", "民法典第十一条第二款"]),
        ("刑法第三条至第五条", ["刑法第三条", "刑法第四条", "刑法第五条"]),
        ("刑法第三条第一款至第三款", ["刑法第三条第一款", "刑法第三条第二款", "刑法第三条第三款"]),
        ("刑法第三条第（一）、（三）项", ["刑法第三条第一项", "刑法第三条第三项"]),
        ("刑法第三条第一款、第二款和第四条", ["刑法第三条第一款", "刑法第三条第二款", "刑法第四条"]),
        ("刑法第133条之一第一款以及第一百三十四条", ["刑法第一百三十三条之一第一款", "刑法第一百三十四条"]),
        ("《刑法》（2023年修正）第十条", ["刑法第十条"]),
        ("刑法的第十条", ["刑法第十条"]),
        ("劳动合同法38条和46条", ["劳动合同法第三十八条", "劳动合同法第四十六条"]),
        ("违反民法典第三条，民事诉讼法第六条的", ["民法典第三条", "民事诉讼法第六条"]),
        ("有下列情形之一的，提出三项要求、两条建议", []),
        ("看《红楼梦》第十回", []),
        ("这是第一项目，第二条件", []),
    ],
)
def test_references_are_found_one_by_one(text: str, expected: list[str], names: NameFinder | None) -> None:
    assert _refs(text, names) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我想问民法典怎么规定彩礼", ["民法典"]),
        ("劳动法律关系和民法典型案例", []),
        ("“民法典”第三条", ["民法典第三条"]),
        (
            "最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）第二条",
            ["最高人民法院关于适用民法典婚姻家庭编的解释（一）第二条"],
        ),
    ],
)
def test_known_names_are_found_without_an_article(text: str, expected: list[str]) -> None:
    assert _refs(text) == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("《刑法》第十条", [Named.TITLE]),
        ("刑法第十条", [Named.NAME]),
        ("刑法第十条，第二十条", [Named.NAME, Named.CARRIED]),
        ("刑法第十条。第二十条呢", [Named.NAME, Named.NONE]),
        ("第十条", [Named.NONE]),
        ("本法第十条、第十一条", [Named.ANAPHOR, Named.ANAPHOR]),
        ("《解释》第十条", [Named.ANAPHOR]),
        ("刑法第十条，本条例第三条", [Named.NAME, Named.ANAPHOR]),
        ("依照前款和前两条的规定", [Named.ANAPHOR, Named.ANAPHOR]),
        ("该法第三条", [Named.ANAPHOR]),
        ("同法第三条", [Named.ANAPHOR]),
        ("适用第三款规定", [Named.ANAPHOR]),
    ],
)
def test_how_the_law_was_named_is_told(text: str, named: list[Named]) -> None:
    found = find_all(text, NAMES)
    assert [mention.named for mention in found] == named
    assert [mention.anaphoric for mention in found] == [name is Named.ANAPHOR for name in named]


def test_a_law_holds_to_the_end_of_its_sentence_only() -> None:
    assert _refs("刑法第一条；第二条。第三条") == ["刑法第一条", "刑法第二条", "第三条"]


def test_spans_cover_what_was_read() -> None:
    text = "请问《刑法》第十条和第十一条？"
    assert [text[mention.start : mention.end] for mention in find_all(text, NAMES)] == ["《刑法》第十条", "第十一条"]


def test_a_very_long_range_is_told_by_its_ends() -> None:
    assert _refs("民法典第一条至第一千条") == ["民法典第一条", "民法典第一千条"]


def test_nothing_is_found_in_an_empty_text() -> None:
    assert find_all("", NAMES) == []
    assert find_all("民", NAMES) == []


def test_a_mention_is_a_value() -> None:
    (found,) = find_all("刑法第十条", NAMES)
    assert found == Mention(0, 5, found.ref, Named.NAME)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", ["一" * 20_000, "（" * 20_000, "第一、" * 7_000, "《法" * 10_000, "法" * 20_000])
def test_any_text_is_read_in_time(text: str) -> None:
    for names in (NAMES, None):
        find_all(text, names)
