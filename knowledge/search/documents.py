"""Articles of the library as documents of the index, and their keys back as references."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.search.model import Document, Kind
from knowledge.statutes.library import IndexedArticle
from knowledge.statutes.model import Force
from knowledge.statutes.reference import ArticleRef

_KEY = re.compile(r"(?P<law>.+)#(?P<article>\d+)\.(?P<insert>\d+)@\d{4}-\d\d-\d\d")  # 民法典#1079.0@2021-01-01
_FOREVER = date.max.toordinal() + 1


def article_key(ref: ArticleRef, force: Force) -> str:
    """The key of an article's version: law id, number, insert, and the first day on which it may hold."""
    return f"{ref.law}#{ref.article}.{ref.insert}@{force.start.earliest.isoformat()}"


def article_ref(key: str) -> ArticleRef:
    """The article whose version has this key; ValueError where the text is no such key."""
    parts = _KEY.fullmatch(key)
    if parts is None:
        raise ValueError(f"{key!r} is not the key of an article: law#number.insert@first-day")
    return ArticleRef(parts["law"], int(parts["article"]), int(parts["insert"]))


def place_of(key: str) -> tuple[str, int]:
    """The id of the law in an article's key, and the article's number, without checking the rest of it."""
    law, _, rest = key.rpartition("#")
    return law, int(rest.partition(".")[0])


def article_document(article: IndexedArticle) -> Document:
    """An article's version as the index holds it; headings are searched with the text, for they name its subject."""
    force = article.force
    return Document(
        key=article_key(article.ref, force),
        kind=Kind.ARTICLE,
        title=article.law.id,
        text=article.text,
        region=article.law.region,
        rank=article.law.rank,
        starts=force.start.latest.toordinal(),
        ends=force.end.earliest.toordinal() if force.end else _FOREVER,
        headings=article.headings,
        article=article.ref.article,
    )


def article_documents(articles: Iterable[IndexedArticle]) -> Iterator[Document]:
    """Documents of all versions that hold on at least one day without doubt."""
    for article in articles:
        document = article_document(article)
        if document.starts < document.ends:
            yield document
