"""The article viewer: a reading as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from channels.web.citation_slip import anchor, law_address
from channels.web.force_words import STATES, day_words, interval_words
from channels.web.reading import Reading
from knowledge import Article, ArticleRef, Force, Version, Wording


@dataclass(frozen=True, slots=True)
class Dated:
    """A line of the list of versions. `shown` marks the one on the page."""

    interval: str
    address: str
    shown: bool
    passed: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the table of articles, and the articles below it."""

    headings: tuple[str, ...]
    articles: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LawPage:
    """What the viewer shows. `place` is empty for a law as a whole, `part` for a whole article; `on` is an ISO day."""

    title: str
    law_address: str
    place: str
    interval: str
    state: str
    status: str
    note: str
    on: str
    on_words: str
    headings: tuple[str, ...]
    article: Article | None
    part: str
    versions: tuple[Dated, ...]
    versions_title: str
    contents: tuple[Chapter, ...]
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    ended_by: str
    asked: tuple[str, ...]


def law_page(reading: Reading, today: date, asked: Sequence[str] = ()) -> LawPage:
    """The viewer's values for a reading; `asked` are questions that the article answers, of which a few are shown."""
    article, on, whole = reading.finding.article, reading.on, reading.ref.whole_article
    return LawPage(
        title=reading.law.title,
        law_address=law_address(ArticleRef(reading.law.id), on),
        place=whole.place,
        interval=interval_words(reading.force, today) if article or not whole.article else "",
        state=STATES[reading.status] if article or not whole.article else NOT_HELD,
        status=reading.status.value,
        note=reading.finding.note,
        on=on.isoformat(),
        on_words="今天" if on == today else day_words(on),
        headings=tuple(division.title for division in article.divisions) if article else (),
        article=article,
        part=anchor(reading.ref),
        versions=_versions(reading, today),
        versions_title="这一条的历次文本" if whole.article else "这部法的历次文本",
        contents=() if whole.article else _contents(reading),
        before=_neighbour(reading.before, on),
        after=_neighbour(reading.after, on),
        ended_by=reading.law.ended_by,
        asked=tuple(question for question in asked if len(question) <= LONGEST_QUESTION)[:QUESTIONS],
    )


def _versions(reading: Reading, today: date) -> tuple[Dated, ...]:
    """Every text with its interval, newest first; each opens on its first certain day."""
    shown = _shown(reading)
    dated: Sequence[Version | Wording] = reading.versions if reading.ref.article else reading.wordings
    return tuple(
        Dated(
            interval=interval_words(each.force, today),
            address=law_address(reading.ref.whole_article, each.force.start.latest),
            shown=each.force == shown,
            passed=day_words(each.passed) if each.passed else "",
        )
        for each in reversed(dated)
    )


def _shown(reading: Reading) -> Force | None:
    """The time of the text on the page, None where none is there."""
    if not reading.ref.article:
        return reading.wording.force if reading.wording else None
    return reading.force if reading.finding.article else None


def _contents(reading: Reading) -> tuple[Chapter, ...]:
    """The table of articles under their headings, in the order of the text."""
    articles = reading.wording.articles if reading.wording else ()
    grouped = groupby(articles, key=lambda article: tuple(division.title for division in article.divisions))
    return tuple(Chapter(headings, tuple(_entry(reading, article) for article in found)) for headings, found in grouped)


def _entry(reading: Reading, article: Article) -> tuple[str, str, str]:
    """(place, caption or first words, address) of an article."""
    ref = ArticleRef(reading.law.id, article.number.number, article.number.insert)
    words = article.caption or article.text.replace("\n", " ")[:FIRST_WORDS]
    return ref.place, words, law_address(ref, reading.on)


NOT_HELD = "的文本没有收录"
"""What is said of a day whose text is not held; its status would sound as if the law were in doubt."""

QUESTIONS = 6
"""Questions shown with an article."""

LONGEST_QUESTION = 45
"""Characters of a question that is shown; the long ones are stories of one person."""

FIRST_WORDS = 60
"""Characters of an article that stand for it where it has no caption."""


def _neighbour(ref: ArticleRef | None, on: date) -> tuple[str, str] | None:
    return (ref.place, law_address(ref, on)) if ref else None
