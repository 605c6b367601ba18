from datetime import date

import pytest

from knowledge.search.documents import article_document, article_documents, article_key, article_ref
from knowledge.statutes.library import IndexedArticle, LawCard
from knowledge.statutes.model import Boundary, Force, Rank
from knowledge.statutes.reference import ArticleRef

START = Boundary(date(2020, 1, 1), date(2020, 3, 1))
END = Boundary(date(2021, 5, 1), date(2021, 6, 1))


def article(force: Force, headings: str = "第一章 总则") -> IndexedArticle:
    law = LawCard("试验法", "中华人民共和国试验法", Rank.LAW, "000000", force)
    return IndexedArticle("key", ArticleRef("试验法", 3, 1), law, headings, "条文", force)


@pytest.mark.parametrize(
    "ref", [ArticleRef("民法典", 1079), ArticleRef("刑法", 133, 1), ArticleRef("批复（2014#3@1）")]
)
def test_a_key_names_its_article(ref: ArticleRef) -> None:
    assert article_ref(article_key(ref, Force(START))) == ref


@pytest.mark.parametrize("key", ["", "民法典", "民法典#1@2020-01-01", "card-id"])
def test_another_text_is_no_key(key: str) -> None:
    with pytest.raises(ValueError, match="is not the key of an article"):
        article_ref(key)


def test_doubtful_days_are_left_out() -> None:
    document = article_document(article(Force(START, END)))
    assert document.starts == date(2020, 3, 1).toordinal()
    assert document.ends == date(2021, 5, 1).toordinal()


def test_an_open_end_lasts_to_the_last_day() -> None:
    assert article_document(article(Force(START))).ends > date.max.toordinal()


def test_headings_are_searched_with_the_text() -> None:
    document = article_document(article(Force(START)))
    assert (document.headings, document.text) == ("第一章 总则", "条文")
    assert document.whole == f"{document.title}\n第一章 总则\n条文"
    assert article_document(article(Force(START), "")).text == "条文"


def test_a_version_without_a_sure_day_is_not_indexed() -> None:
    doubtful = Force(START, Boundary.on(date(2020, 2, 1)))
    assert list(article_documents([article(doubtful)])) == []
    assert len(list(article_documents([article(Force(START))]))) == 1
