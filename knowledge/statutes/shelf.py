"""What a library keeps of a law: its wordings one by one, and the runs of them in which an article stayed as it was.

Runs never bridge a gap: two wordings belong together only when the second starts where the first ends.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from knowledge.statutes.model import Article, ArticleNumber, Force, Status, Wording

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class WordingCard:
    """A wording without its text. `key` is the library's own; `highest` the last article number (0: none)."""

    key: int
    title: str
    force: Force
    passed: date | None
    corpus: str
    path: str
    highest: int

    @property
    def governs_never(self) -> bool:
        """Whether the next wording came into force no later than this one."""
        return self.force.end is not None and self.force.end.latest <= self.force.start.earliest


@dataclass(frozen=True, slots=True)
class Run:
    """Wordings in which an article reads the same. `card` is the newest of them, whose print is shown; `force` spans
    them all."""

    card: WordingCard
    force: Force


class Shelf(Protocol):
    """Wordings and articles by law id: what resolving needs of a library."""

    def wordings(self, law: str) -> tuple[WordingCard, ...]:
        """The law's wordings, oldest first."""

    def runs(self, law: str, number: ArticleNumber) -> tuple[Run, ...]:
        """The article's runs, oldest first; empty where no wording has it."""

    def article(self, card: WordingCard, number: ArticleNumber) -> Article | None:
        """The article of that wording."""


def runs_of(found: Iterable[tuple[WordingCard, Mark | None]]) -> tuple[Run, ...]:
    """Runs from every wording of a law, oldest first, each with a mark of the article's words (None: not in it).

    Wordings that never governed are passed over.
    """
    runs: list[Run] = []
    last: Mark | None = None
    for card, mark in found:
        if card.governs_never:
            continue
        if mark is not None and mark == last and runs and _follows(runs[-1], card):
            runs[-1] = Run(card, replace(card.force, start=runs[-1].force.start))
        elif mark is not None:
            runs.append(Run(card, card.force))
        last = mark
    return tuple(runs)


def _follows(run: Run, card: WordingCard) -> bool:
    return run.force.end == card.force.start


def words_of(article: Article) -> str:
    """The article's letters and digits alone: what two prints of the same law agree on (spaces and commas vary)."""
    return "".join(char for char in article.text if char.isalnum())


def card_of(key: int, wording: Wording) -> WordingCard:
    """The wording's card."""
    highest = max((article.number.number for article in wording.articles), default=0)
    return WordingCard(key, wording.title, wording.force, wording.passed, wording.corpus, wording.path, highest)


def governing(cards: Sequence[WordingCard], on: date) -> WordingCard | None:
    """The wording that surely governs the day, if one is held."""
    return next((card for card in cards if card.force.status(on) is Status.IN_FORCE), None)


def nearest(runs: Sequence[Run], on: date) -> Run | None:
    """The run whose force is nearest to the day; the newer of two that may govern it."""
    return min(runs, key=lambda run: (_distance(run.force, on), -run.force.start.latest.toordinal()), default=None)


def _distance(force: Force, on: date) -> int:
    """Days between the day and the time of force, 0 within it or within its uncertain ends."""
    before = (force.start.earliest - on).days
    after = (on - force.end.latest).days + 1 if force.end else 0
    return max(before, after, 0)
