"""A citation as the page shows it: the article opened, the quoted words marked, its interval of force in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from assistant import Reply
from channels.web.force_words import interval_words
from knowledge import Article, ArticleRef, Library, Status


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a line; `quoted` where the answer quotes them."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article: kind is paragraph, item or point."""

    kind: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """An article that the answer rests on, with every part of it that is cited.

    `good` says whether it still holds today; `lines` is empty where no text is installed.
    """

    name: str
    address: str
    interval: str
    good: bool
    verified: bool
    lines: tuple[Line, ...]


def slips_of(reply: Reply, library: Library, today: date) -> tuple[tuple[Slip, ...], dict[ArticleRef, int]]:
    """The articles that the reply cites, in order, and for each reference the number of its slip (from 1)."""
    citations = reply.answer.citations
    articles = list(dict.fromkeys(citation.ref.whole_article for citation in citations))
    numbers = {citation.ref: articles.index(citation.ref.whole_article) + 1 for citation in citations}
    slips = []
    for article in articles:
        parts = [citation for citation in citations if citation.ref.whole_article == article]
        quotes = [citation.quote for citation in parts]
        verified = all(citation.verified for citation in parts)
        slips.append(_slip([citation.ref for citation in parts], quotes, verified, reply.question.day, today, library))
    return tuple(slips), numbers


def _slip(refs: list[ArticleRef], quotes: list[str], verified: bool, on: date, today: date, library: Library) -> Slip:
    """Open the article that the references belong to, as it stood on the day."""
    finding = library.resolve(refs[0].whole_article, on)
    force = finding.version.force if finding.version else None
    return Slip(
        name=_name(refs),
        address=law_address(refs[0], on),
        interval=interval_words(force, today) if force else "没有这条的原文，没有核对",
        good=force is not None and force.status(today) is Status.IN_FORCE,
        verified=verified,
        lines=mark(finding.article, quotes) if finding.article else (),
    )


def _name(refs: list[ArticleRef]) -> str:
    """《劳动合同法》第三十条第一款、第二款."""
    whole = refs[0].whole_article
    parts = "、".join(ref.place.removeprefix(whole.place) for ref in refs if ref != whole)
    return f"《{whole.law}》{whole.place}{parts}"


def law_address(ref: ArticleRef, on: date | None = None) -> str:
    """The article's page; opened at the 款 or 项 that the reference names."""
    day = f"?on={on.isoformat()}" if on else ""
    return f"/law/{quote(str(ref.whole_article), safe='')}{day}{anchor(ref)}"


def anchor(ref: ArticleRef) -> str:
    """Where in the page the 款 or 项 stands: #k3-2; empty for a whole article."""
    if ref.item:
        return f"#k{ref.paragraph or 1}-{ref.item}" + (f"-{ref.item_insert}" if ref.item_insert else "")
    return f"#k{ref.paragraph}" if ref.paragraph else ""


def mark(article: Article, quotes: Iterable[str]) -> tuple[Line, ...]:
    """The article's lines with the quoted words marked; a quotation of the whole article marks nothing."""
    text = article.text
    marked = [False] * (len(text) + 1)
    for quoted in quotes:
        start = text.find(quoted) if quoted and quoted != text else -1
        if start >= 0:
            marked[start : start + len(quoted)] = [True] * len(quoted)
    lines, at = [], 0
    for kind, line in _lines(article):
        lines.append(Line(kind, tuple(_cut(line, marked[at : at + len(line)]))))
        at += len(line) + 1
    return tuple(lines)


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    """(kind, text) of every line, in the order of `Article.text`."""
    for paragraph in article.paragraphs:
        if paragraph.text:
            yield "paragraph", paragraph.text
        for item in paragraph.items:
            yield "item", item.text
            for point in item.points:
                yield "point", point


def _cut(line: str, marked: list[bool]) -> Iterator[Words]:
    """The line cut where quotations begin and end."""
    for quoted, pairs in groupby(zip(line, marked, strict=True), key=lambda pair: pair[1]):
        yield Words("".join(character for character, _ in pairs), quoted)
