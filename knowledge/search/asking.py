"""One question to both searches: the articles of the statutes, and the guide cards."""

from dataclasses import dataclass, replace

from knowledge.search.model import Found, Kind, Passage, Query
from knowledge.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class Asking:
    """Articles from one searcher, cards from another; `articles` is None while no statutes are installed."""

    articles: Searcher | None
    cards: Searcher

    def search(self, query: Query) -> Found:
        """The best articles, then the best cards, each with how sure its search is."""
        found = self._ask(self.articles, query, Kind.ARTICLE)
        cards = self._ask(self.cards, replace(query, refs=()), Kind.GUIDE)
        return Found((*found[0], *cards[0]), found[1], cards[1])

    def _ask(self, searcher: Searcher | None, query: Query, kind: Kind) -> tuple[tuple[Passage, ...], float]:
        if searcher is None or kind not in query.kinds:
            return (), 0.0
        narrowed = replace(query, kinds=frozenset({kind}))
        passages = searcher.search(narrowed)
        return tuple(passages), searcher.confidence(narrowed, passages)
