"""A reading as JSON values, in the form of `law_body`."""

from datetime import date
from typing import Any

from channels.web.force_words import interval_words
from channels.web.reading import Reading
from knowledge import Article, ArticleRef, Force, Wording

Json = dict[str, Any]


def law_json(reading: Reading, today: date) -> Json:
    """The reading as JSON values."""
    finding, law, on = reading.finding, reading.law, reading.on
    article = finding.article
    return {
        "ref": str(reading.ref),
        "on": on,
        "law": _timed(law.force, on, today)
        | {"id": law.id, "title": law.title, "rank": law.rank, "region": law.region, "ended_by": law.ended_by},
        **_timed(reading.force, on, today),
        "status": reading.status,
        "headings": [division.title for division in article.divisions] if article else [],
        "caption": article.caption if article else "",
        "text": finding.text if reading.ref.article else "",
        "paragraphs": _paragraphs(article) if article else [],
        "versions": [_timed(v.force, on, today) | {"passed": v.passed, "text": v.text} for v in reading.versions],
        "wordings": [
            _timed(w.force, on, today) | {"title": w.title, "passed": w.passed, "published": w.published}
            for w in reading.wordings
        ],
        "articles": _articles(reading.law.id, reading.wording) if not reading.ref.article else [],
        "previous": str(reading.before) if reading.before else None,
        "next": str(reading.after) if reading.after else None,
        "note": finding.note,
    }


def _timed(force: Force, on: date, today: date) -> Json:
    return {
        "from": force.start.exact,
        "to": force.end.exact if force.end else None,
        "status": force.status(on),
        "interval": interval_words(force, today),
    }


def _paragraphs(article: Article) -> list[Json]:
    return [
        {
            "number": paragraph.number,
            "text": paragraph.text,
            "items": [
                {"number": item.number, "insert": item.insert, "text": item.text, "points": list(item.points)}
                for item in paragraph.items
            ],
        }
        for paragraph in article.paragraphs
    ]


def _articles(law: str, wording: Wording | None) -> list[Json]:
    return [
        {
            "ref": str(ArticleRef(law, article.number.number, article.number.insert)),
            "caption": article.caption,
            "headings": [division.title for division in article.divisions],
        }
        for article in (wording.articles if wording else ())
    ]
