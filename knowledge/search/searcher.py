"""Search: exact citations first, then what words, meaning and the bank's questions find, as passages of the library."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.search.calibrations import WORDS_ONLY
from knowledge.search.candidates import Candidates, Retrievers, gather
from knowledge.search.confidence import Calibration, read_signals
from knowledge.search.documents import article_key, article_ref, place_of
from knowledge.search.fusion import Fused, fuse
from knowledge.search.lexicon.lay import Lexicon
from knowledge.search.model import Document, Kind, Passage, Query
from knowledge.search.ports import Index, LexicalIndex, Words
from knowledge.search.ranking import NOTHING_KNOWN, Known, Ranker, features
from knowledge.search.reranker import Reranker, rerank
from knowledge.search.terms import LONGEST_QUERY
from knowledge.statutes.library import Finding, Library

FUSION_WEIGHTS = {"bm25": 1.0, "dense": 1.0, "asked": 0.7}
SOFTNESS = 10
"""The K of fusion; smaller than usual, for first ranks of each can be trusted (benchmarks/retrieval_folds.py)."""

_CITED = "citation"


@dataclass(frozen=True, slots=True)
class Searcher:
    """Answers a Query with passages.

    `dense` and `asked` (the index of the bank's questions) may be None. `ranker` orders what they find; without one,
    and where one of them is missing (it has learned from all), their rankings are fused. `guides` are the passages
    that the indexes hold and no library does, by key. `calibration` belongs to the encoder of `dense`: with another
    than the shipped one, similarities mean something else and `WORDS_ONLY` is the right one. `lexicon` adds the terms
    of law that a question means. `reranker` is a large model that reorders the first passages. `known` is
    what the index tells of documents before any question, which the ranker reads.
    """

    library: Library
    words: Words
    lexical: LexicalIndex
    dense: Index | None = None
    guides: Mapping[str, Document] = field(default_factory=dict)
    calibration: Calibration = WORDS_ONLY
    asked: Index | None = None
    ranker: Ranker | None = None
    lexicon: Lexicon | None = None
    reranker: Reranker | None = None
    known: Known = NOTHING_KNOWN

    def search(self, query: Query) -> list[Passage]:
        """At most `query.limit` passages, those of `query.refs` first; no key twice."""
        found: dict[str, Passage] = {}
        for passage in self._ranked(query):
            if len(found) >= query.limit:
                break
            found.setdefault(passage.key, passage)
        passages = list(found.values())
        if self.reranker is None:
            return passages
        cited = [passage for passage in passages if _is_cited(passage)]
        return cited + rerank(query.words, passages[len(cited) :], self.reranker)

    def confidence(self, query: Query, passages: Sequence[Passage]) -> float:
        """How sure the passages fit the question, 0 to 1; 1 where an article is among them that the question names."""
        if any(map(_is_cited, passages)):
            return 1.0
        return self.calibration.confidence(read_signals(query, passages, self.words, self.lexical))

    def _ranked(self, query: Query) -> Iterator[Passage]:
        yield from self._cited(query)
        found = self.gather(query)
        cosines = dict(found.hits.get("dense", ()))
        for hit, score in self._order(query, found):
            passage = self._guide(hit) if hit.key in self.guides else self._article(hit, query)
            if passage:
                yield replace(passage, score=score, similarity=cosines.get(hit.key, 0.0))

    def gather(self, query: Query) -> Candidates:
        """What the retrievers find, before it is ordered."""
        meant = self.lexicon.legal_terms(query.words[:LONGEST_QUERY]) if self.lexicon else ()
        retrievers = Retrievers(self.lexical, self.dense, self.asked)
        return gather(replace(query, meant=meant), retrievers, self._place, query.limit)

    def _order(self, query: Query, found: Candidates) -> list[tuple[Fused, float]]:
        """The candidates with the scores that order them, best first; ties by key."""
        fused = fuse(found.hits, FUSION_WEIGHTS, SOFTNESS)
        if self.ranker is None or self.dense is None or self.asked is None:
            return [(one, one.score) for one in fused]
        scores = self.ranker.scores(features(found, self.ranker.prior, self.known, query.words))
        ranked = dict(zip(found.keys, scores.tolist(), strict=True))
        return sorted(((one, ranked[one.key]) for one in fused), key=lambda scored: (-scored[1], scored[0].key))

    def _place(self, key: str) -> tuple[str, int]:
        if key in self.guides:
            return self.guides[key].title, self.guides[key].article
        return place_of(key)

    def _cited(self, query: Query) -> Iterator[Passage]:
        if Kind.ARTICLE not in query.kinds:
            return
        for rank, ref in enumerate(query.refs, 1):
            finding = self.library.resolve(ref, query.day)
            if ref.article and finding.law and finding.law.rank in query.ranks:
                passage = _passage(finding, 1.0, ((_CITED, rank),))
                if passage:
                    yield passage

    def _guide(self, hit: Fused) -> Passage:
        card = self.guides[hit.key]
        return Passage(hit.key, card.kind, card.title, card.text, hit.score, found_by=hit.ranks)

    def _article(self, hit: Fused, query: Query) -> Passage | None:
        return _passage(self.library.resolve(article_ref(hit.key), query.day), hit.score, hit.ranks)


def _is_cited(passage: Passage) -> bool:
    return any(name == _CITED for name, _ in passage.found_by)


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
