"""Search: exact citations first, then words and meaning fused, as passages of the library."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from knowledge.search.calibrations import WORDS_ONLY
from knowledge.search.confidence import Calibration, read_signals
from knowledge.search.documents import article_key, article_ref
from knowledge.search.fusion import Fused, fuse
from knowledge.search.model import Document, Kind, Passage, Query
from knowledge.search.ports import Index, LexicalIndex, Words
from knowledge.statutes.library import Finding, Library

FUSION_WEIGHTS = {"bm25": 1.0, "dense": 1.0}
SOFTNESS = 10
"""The K of fusion; smaller than usual, for first ranks of both can be trusted (benchmarks/encoder_folds.py)."""

_DEPTH = 200  # hits taken from each retriever; a passage below that helps no result of the usual length
_CITED = "citation"


@dataclass(frozen=True, slots=True)
class Searcher:
    """Answers a Query with passages.

    `dense` may be None. `guides` are the cards that the indexes hold, by key. `calibration` belongs to the encoder of
    `dense`: with another than the shipped one, similarities mean something else and `WORDS_ONLY` is the right one.
    """

    library: Library
    words: Words
    lexical: LexicalIndex
    dense: Index | None = None
    guides: Mapping[str, Document] = field(default_factory=dict)
    calibration: Calibration = WORDS_ONLY

    def search(self, query: Query) -> list[Passage]:
        """At most `query.limit` passages, those of `query.refs` first; no key twice."""
        found: dict[str, Passage] = {}
        for passage in self._ranked(query):
            if len(found) >= query.limit:
                break
            found.setdefault(passage.key, passage)
        return list(found.values())

    def confidence(self, query: Query, passages: Sequence[Passage]) -> float:
        """How sure the passages fit the question, 0 to 1; 1 where an article is among them that the question names."""
        if any(name == _CITED for passage in passages for name, _ in passage.found_by):
            return 1.0
        return self.calibration.confidence(read_signals(query, passages, self.words, self.lexical))

    def _ranked(self, query: Query) -> Iterator[Passage]:
        yield from self._cited(query)
        depth = max(_DEPTH, query.limit)
        bm25 = self.lexical.search(query, depth)
        dense = self.dense.search(query, depth) if self.dense else []
        cosines = dict(dense)
        for hit in fuse({"bm25": bm25, "dense": dense}, FUSION_WEIGHTS, SOFTNESS):
            passage = self._guide(hit) if hit.key in self.guides else self._article(hit, query)
            if passage:
                yield replace(passage, similarity=cosines.get(hit.key, 0.0))

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
