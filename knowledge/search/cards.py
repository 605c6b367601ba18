"""Guide cards for a question: by the words of the card, the matter, and the articles that the question found.

A few hundred cards are compared one by one. The confidence is that of a logistic regression fitted by leaving one way
of asking out of each card (benchmarks/card_confidence.py).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.guide_cards import Guide
from knowledge.search.normal import bigrams
from knowledge.search.ports import Words
from knowledge.statutes.reference import ArticleRef

TOPIC, ARTICLES = 0.10, 0.20
"""What agreement on the matter, and articles found in common, add to the share of the question's words (0..1)."""

_WEIGHTS = (-2.27, 0.83, 0.0, 2.58, 0.7, 2.05)
"""Of `features`, in order: fitted by benchmarks/card_confidence.py while words told the matter.

The classifier that tells it now has learned the cards' ways of asking, so that a fit on these would flatter it. The
line of 0.7 was measured with them on plain questions, which it has not learned.
"""

_FIELDS = {"title": 4, "ask": 2, "answer": 2, "steps": 1, "rest": 1}
"""How often a field's terms are counted."""


class Scorer(Protocol):
    """BM25 over the cards' terms."""

    def scores(self, terms: Sequence[str]) -> Sequence[float]:
        """A score for each card, in order."""

    def mass(self, terms: Sequence[str]) -> float:
        """The sum of the terms' idf: what a card could score by them at most, but for length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What ranking needs of a guide: id and title, matter, the articles that it rests on, the words that it needs."""

    id: str
    title: str
    matter: str
    refs: frozenset[ArticleRef]
    needs: tuple[str, ...] = ()

    @classmethod
    def of(cls, guide: Guide) -> "Entry":
        """The entry of a guide."""
        return cls(guide.id, guide.title, guide.matter, frozenset(ref.whole_article for ref in guide.refs), guide.needs)


@dataclass(frozen=True, slots=True)
class Card:
    """A card found: its entry, its score, and the parts of it; `lexical` is a share of the question's word mass."""

    entry: Entry
    score: float
    lexical: float
    topic: float
    articles: float


def card_terms(guide: Guide, words: Words) -> list[str]:
    """Every term of a card, a field as often as it counts."""
    fields = {
        "title": guide.title,
        "ask": "\n".join(guide.ask),
        "answer": "\n".join(statement.text for statement in guide.answer),
        "steps": "\n".join(statement.text for statement in (*guide.steps, *guide.deadlines)),
        "rest": "\n".join((*guide.evidence, *guide.decides, *guide.offices)),
    }
    return [term for name, text in fields.items() for term in question_terms(text, words) for _ in range(_FIELDS[name])]


def question_terms(text: str, words: Words) -> list[str]:
    """Words, bigrams and single Han characters: a short question needs all three."""
    return [*words.cut(text), *bigrams(text), *(character for character in text if "\u4e00" <= character <= "\u9fff")]


class CardSearch:
    """Ranks the cards. `scorer` holds the terms of `entries`, in order."""

    def __init__(self, entries: Sequence[Entry], words: Words, scorer: Scorer) -> None:
        self._entries = entries
        self._words = words
        self._scorer = scorer
        self._resting: dict[ArticleRef, list[int]] = {}
        for place, entry in enumerate(entries):
            for ref in entry.refs:
                self._resting.setdefault(ref, []).append(place)

    def search(self, text: str, matters: Sequence[str], found: Sequence[ArticleRef], limit: int) -> list[Card]:
        """The best cards; `matters` are the likeliest matters, `found` the articles that were found, best first."""
        terms = sorted(set(question_terms(text, self._words)))
        mass = self._scorer.mass(terms)
        if not mass:
            return []
        topics = {entry.matter: 0.0 for entry in self._entries} | _agreements(self._entries, matters)
        articles = self._in_common(found)
        cards = [
            _card(entry, score / mass, topics[entry.matter], articles.get(place, 0.0))
            for place, (entry, score) in enumerate(zip(self._entries, self._scorer.scores(terms), strict=True))
            if score > 0 and _wanted(entry, text)
        ]
        return sorted(cards, key=lambda card: -card.score)[:limit]

    def _in_common(self, found: Sequence[ArticleRef]) -> dict[int, float]:
        """Place of a card -> the sum of 1 / (rank + 3) over the articles found that it rests on."""
        common: dict[int, float] = {}
        for rank, ref in enumerate(found):
            for place in self._resting.get(ref.whole_article, ()):
                common[place] = common.get(place, 0.0) + 1 / (rank + 3)
        return common


def _wanted(entry: Entry, text: str) -> bool:
    """Whether the question may get the card: a special case must be named."""
    return not entry.needs or any(word in text for word in entry.needs)


def _card(entry: Entry, lexical: float, topic: float, articles: float) -> Card:
    return Card(entry, lexical + TOPIC * topic + ARTICLES * articles, lexical, topic, articles)


def _agreements(entries: Sequence[Entry], matters: Sequence[str]) -> dict[str, float]:
    """How far each matter of the cards agrees with the likeliest ones."""
    return {matter: _agreement(matter, matters) for matter in {entry.matter for entry in entries}} if matters else {}


def _agreement(matter: str, matters: Sequence[str]) -> float:
    """2 for the likeliest matter itself, 1 for its field, less for the next ones."""
    for rank, asked in enumerate(matters, 1):
        if asked == matter:
            return 2 / rank
        if asked.split(".")[0] == matter.split(".")[0]:
            return 1 / rank
    return 0.0


def card_confidence(cards: Sequence[Card]) -> float:
    """How likely the first card is of the right matter, from 0 to 1."""
    if not cards:
        return 0.0
    odds = sum(weight * feature for weight, feature in zip(_WEIGHTS, features(cards), strict=True))
    return 1 / (1 + math.exp(-odds))


def features(cards: Sequence[Card]) -> tuple[float, ...]:
    """What confidence rests on; it grows with each.

    1, lexical share (at most 2), lead over the next card, lead over the next matter, topic, articles in common.
    """
    first = cards[0]
    next_card = cards[1].score if len(cards) > 1 else 0.0
    next_matter = next((card.score for card in cards if card.entry.matter != first.entry.matter), 0.0)
    return (
        1.0,
        min(first.lexical, 2.0),
        min(first.score - next_card, 1.0),
        min(first.score - next_matter, 1.0),
        first.topic,
        min(first.articles, 1.0),
    )
