from datetime import date

import pytest

from channels.web.citation_slip import law_address, mark
from knowledge import Article, parse_ref
from knowledge.statutes.model import ArticleNumber, Item, Paragraph

ARTICLE = Article(
    ArticleNumber(7),
    (
        Paragraph(1, "甲应当让路。乙可以慢走。"),
        Paragraph(2, "有下列情形的：", (Item(1, "（一）下雨；", points=("1.大雨；",)), Item(2, "（二）下雪。"))),
    ),
)


def marked(*quotes: str) -> str:
    lines = mark(ARTICLE, quotes)
    return "/".join("".join(f"[{w.text}]" if w.quoted else w.text for w in line.words) for line in lines)


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ((), "甲应当让路。乙可以慢走。/有下列情形的：/（一）下雨；/1.大雨；/（二）下雪。"),
        (("乙可以慢走。",), "甲应当让路。[乙可以慢走。]/有下列情形的：/（一）下雨；/1.大雨；/（二）下雪。"),
        (("（二）下雪。", "甲应当"), "[甲应当]让路。乙可以慢走。/有下列情形的：/（一）下雨；/1.大雨；/[（二）下雪。]"),
        (
            ("有下列情形的：\n（一）下雨；\n1.大雨；\n（二）下雪。",),
            "甲应当让路。乙可以慢走。/[有下列情形的：]/[（一）下雨；]/[1.大雨；]/[（二）下雪。]",
        ),
        (("别的话", ""), "甲应当让路。乙可以慢走。/有下列情形的：/（一）下雨；/1.大雨；/（二）下雪。"),
        ((ARTICLE.text,), "甲应当让路。乙可以慢走。/有下列情形的：/（一）下雨；/1.大雨；/（二）下雪。"),
    ],
)
def test_quoted_words_are_marked_where_they_stand(quotes: tuple[str, ...], expected: str) -> None:
    assert marked(*quotes) == expected


@pytest.mark.parametrize(
    ("ref", "end"),
    [
        ("邻里互助法第二条", "?on=2021-03-01"),
        ("邻里互助法第二条第二款", "?on=2021-03-01#k2"),
        ("邻里互助法第二条第二款第一项", "?on=2021-03-01#k2-1"),
        ("邻里互助法第二条第一项", "?on=2021-03-01#k1-1"),
    ],
)
def test_the_address_opens_the_article_at_the_part_on_the_day(ref: str, end: str) -> None:
    address = law_address(parse_ref(ref), date(2021, 3, 1))
    assert address.startswith("/law/%E9%82%BB")
    assert address.endswith(end)
