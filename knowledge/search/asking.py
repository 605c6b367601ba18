"""One question to both searches: the articles of the statutes, and the guide cards."""

from dataclasses import dataclass, replace

from knowledge.search.cards import CardSearch, card_confidence
from knowledge.search.model import Found, Kind, Passage, Query
from knowledge.search.searcher import Searcher

_CARDS = 12


@dataclass(frozen=True, slots=True)
class Asking:
    """Articles from one searcher, cards from another; `articles` is None while no statutes are installed."""

    articles: Searcher | None
    cards: CardSearch

    def search(self, query: Query) -> Found:
        """The best articles, then the best cards, each with how sure its search is."""
        passages, sure = self._articles(query)
        cards, cards_sure = self._cards(query, passages)
        return Found((*passages, *cards), sure, cards_sure)

    def _articles(self, query: Query) -> tuple[tuple[Passage, ...], float]:
        if self.articles is None or Kind.ARTICLE not in query.kinds:
            return (), 0.0
        narrowed = replace(query, kinds=frozenset({Kind.ARTICLE}))
        passages = self.articles.search(narrowed)
        return tuple(passages), self.articles.confidence(narrowed, passages)

    def _cards(self, query: Query, passages: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], float]:
        if Kind.GUIDE not in query.kinds:
            return (), 0.0
        found = [passage.ref for passage in passages if passage.ref]
        cards = self.cards.search(query.words, query.matters, found, _CARDS)
        shown = (Passage(c.entry.id, Kind.GUIDE, c.entry.title, c.entry.title, c.score) for c in cards)
        return tuple(shown), card_confidence(cards)
