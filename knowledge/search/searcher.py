"""Search: exact citations first, then words and meaning fused, as passages of the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.search.confidence import confidence, signals
from knowledge.search.documents import article_key, article_ref
from knowledge.search.fusion import Fused, fuse
from knowledge.search.model import Document, Kind, Passage, Query
from knowledge.search.ports import Index, LexicalIndex, Words
from knowledge.statutes.library import Finding, Library

_DEPTH = 200  # hits taken from each retriever; a passage below that helps no result of the usual length
_WEIGHTS = {"bm25": 1.0, "dense": 1.0}
_SOFTNESS = 10  # the K of fusion; a small one trusts first ranks more (benchmarks/encoder_folds.py)


@dataclass(frozen=True, slots=True)
class Searcher:
    """Answers a Query with passages. `dense` may be None; `guides` are the cards that the indexes hold, by key."""

    library: Library
    words: Words
    lexical: LexicalIndex
    dense: Index | None = None
    guides: Mapping[str, Document] = field(default_factory=dict)

    def search(self, query: Query) -> list[Passage]:
        """At most `query.limit` passages, those of `query.refs` first; no key twice."""
        found: dict[str, Passage] = {}
        for passage in self._ranked(query):
            if len(found) >= query.limit:
                break
            found.setdefault(passage.key, passage)
        return list(found.values())

    def confidence(self, query: Query, passages: list[Passage]) -> float:
        """From 0 (nothing found fits the question) to 1; an exact citation that was found is 1."""
        if any(name == "citation" for passage in passages for name, _ in passage.found_by):
            return 1.0
        return confidence(signals(query, passages, self.words, self.lexical))

    def _ranked(self, query: Query) -> Iterator[Passage]:
        yield from self._cited(query)
        for hit in self._fused(query):
            passage = self._guide(hit) if hit.key in self.guides else self._article(hit, query)
            if passage:
                yield passage

    def _cited(self, query: Query) -> Iterator[Passage]:
        if Kind.ARTICLE not in query.kinds:
            return
        for rank, ref in enumerate(query.refs, 1):
            finding = self.library.resolve(ref, query.day)
            if ref.article and finding.law and finding.law.rank in query.ranks:
                passage = _passage(finding, 1.0, (("citation", rank),))
                if passage:
                    yield passage

    def _fused(self, query: Query) -> list[Fused]:
        depth = max(_DEPTH, query.limit)
        rankings = {"bm25": self.lexical.search(query, depth)}
        if self.dense is not None:
            rankings["dense"] = self.dense.search(query, depth)
        return fuse(rankings, _WEIGHTS, _SOFTNESS)

    def _guide(self, hit: Fused) -> Passage:
        card = self.guides[hit.key]
        return Passage(hit.key, card.kind, card.title, card.text, hit.score, found_by=hit.ranks)

    def _article(self, hit: Fused, query: Query) -> Passage | None:
        return _passage(self.library.resolve(article_ref(hit.key), query.day), hit.score, hit.ranks)


def _passage(finding: Finding, score: float, found_by: tuple[tuple[str, int], ...]) -> Passage | None:
    # The library has the last word: what it does not call citable that day is no passage.
    if not finding.citable or finding.version is None or finding.law is None:
        return None
    force = finding.version.force
    return Passage(
        key=article_key(finding.version.ref.whole_article, force),
        kind=Kind.ARTICLE,
        title=finding.law.title,
        text=finding.text,
        score=score,
        ref=finding.ref,
        force=force,
        found_by=found_by,
    )
