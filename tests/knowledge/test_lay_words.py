"""The lay-to-legal lexicon: its form, its size, and that its terms are words of the law."""

from collections import Counter

import pytest

from knowledge.errors import DataError
from knowledge.search.lexicon.lay import LayWord, Lexicon, _read, carried_lexicon, lay_words
from knowledge.statutes.library import Library

MADE = Lexicon(
    [
        LayWord("老板", ("用人单位", "雇主"), "labour"),
        LayWord("老板娘", ("股东",), "company"),
        LayWord("炒鱿鱼", ("解除劳动合同",), "labour"),
    ]
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("老板把我炒鱿鱼了", ("用人单位", "雇主", "解除劳动合同")),
        ("老板娘不认账", ("股东",)),
        ("老板和老板", ("用人单位", "雇主")),
        ("老板也就是用人单位", ("雇主",)),
        ("离婚", ()),
        ("", ()),
    ],
)
def test_lay_phrases_bring_the_terms_that_are_not_said(text: str, terms: tuple[str, ...]) -> None:
    assert MADE.legal_terms(text) == terms


@pytest.mark.parametrize("line", ["老板\t用人单位", "老板\t\tlabour", "老板\t用人单位\tlabor", "老\t用人单位\tlabour"])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(DataError, match=r"lay_words\.tsv:7"):
        _read(line, "lay_words.tsv:7")


def test_the_lexicon_is_as_large_as_promised_and_says_nothing_twice() -> None:
    words = lay_words()
    assert len(words) >= 2_000
    assert max(Counter(word.phrase for word in words).values()) == 1
    assert carried_lexicon().legal_terms("老板不给工钱")


def test_every_term_stands_in_a_statute(real_library: Library) -> None:
    law = "\n".join(article.text for article in real_library.articles())
    missing = {term for word in lay_words() for term in word.terms if term not in law}
    assert missing == set()
