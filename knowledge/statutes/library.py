"""The library of statutes: what the rest of the house may ask of the law.

Nothing here raises because a law or article is not there, is repealed or not yet in force: those are findings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from knowledge.statutes.model import Article, Force, Rank, Status, Wording
from knowledge.statutes.reference import ArticleRef


class Miss(StrEnum):
    """Why a reference did not resolve to a text."""

    NONE = "none"  # it resolved
    NO_LAW = "no_law"  # no law of that name is held or known
    NO_WORDING = "no_wording"  # the law is known, its wording of that day is not held
    NO_ARTICLE = "no_article"  # the wording has no such article
    NO_PART = "no_part"  # the article has no such paragraph, item or point
    NO_TEXT = "no_text"  # no statutes are installed (starter knowledge)


@dataclass(frozen=True, slots=True)
class LawCard:
    """A law without its text: for lists, headings and the search filters."""

    id: str
    title: str
    rank: Rank
    region: str
    force: Force
    ended_by: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article and the time in which it held, merged over wordings that left it unchanged."""

    ref: ArticleRef
    text: str
    force: Force
    passed: date | None
    corpus: str
    path: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reference resolves to on a day.

    `text` is the text of exactly the part asked for (the whole article, a 款, a 项), empty when `miss` is not NONE;
    `status` says whether it holds on the day; `version` is the article's version that governs that day, or the
    nearest one where none does; `note` is one plain Chinese sentence, empty where there is nothing to say.
    """

    ref: ArticleRef
    on: date
    status: Status
    miss: Miss
    law: LawCard | None = None
    article: Article | None = None
    version: Version | None = None
    text: str = ""
    note: str = ""

    @property
    def citable(self) -> bool:
        """Whether an answer may rest on it: a text is there and it was in force that day."""
        return self.miss is Miss.NONE and self.status is Status.IN_FORCE


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One version of an article as search indexes it. `key` is unique and stable: law id, number, first day."""

    key: str
    ref: ArticleRef
    law: LawCard
    headings: str
    text: str
    force: Force


class Library(Protocol):
    """Statutes by name, reference and day."""

    def find(self, name: str) -> tuple[LawCard, ...]:
        """Laws that a title, short name or nickname stands for; several where the name is ambiguous."""

    def wording(self, law: str, on: date) -> Wording | None:
        """The wording of the law (by id) that governs the day, whole, or None where none is held for it."""

    def resolve(self, ref: ArticleRef, on: date) -> Finding:
        """The part of an article that the reference names, as it stood on the day."""

    def versions(self, ref: ArticleRef) -> tuple[Version, ...]:
        """Every text of the article, oldest first; equal neighbours merged."""

    def laws(self) -> tuple[LawCard, ...]:
        """Every law held, by id."""

    def articles(self) -> Iterator[IndexedArticle]:
        """Every version of every article, for indexing."""
