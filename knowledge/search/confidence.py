"""How sure a search is that it found what was asked, from signals that a person can follow.

Not a probability of being right: it tells questions of law from talk that the library cannot answer. Fitted by logistic
regression on the STARD training questions against utterances about other things (benchmarks/search_confidence.py).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.search.model import Passage, Query
from knowledge.search.ports import Rarity, Words
from knowledge.search.terms import query_terms

_LOOKED_AT = 3  # passages whose words are compared with the question's
_AGREEING = 5  # passages of which we ask whether words and meaning both found them
_NOWHERE = "\0"  # a word that no document has


@dataclass(frozen=True, slots=True)
class Signals:
    """What confidence rests on.

    `coverage`: share 0..1 of the question's idf mass that the best passage holds; `mass`: that mass, in units of a word
    that is nowhere; `agreement`: share 0..1 of the first passages that words and meaning both found; `similarity`: the
    cosine of the nearest passage, -1..1, 0 where meaning was not searched.
    """

    coverage: float = 0.0
    mass: float = 0.0
    agreement: float = 0.0
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signals in the log odds."""

    bias: float
    coverage: float
    mass: float
    agreement: float
    similarity: float

    def confidence(self, found: Signals) -> float:
        """From 0 (nothing fits) to 1; 0 where neither a word of the question nor its meaning was found."""
        if not found.mass and not found.similarity:
            return 0.0
        odds = (
            self.bias
            + self.coverage * found.coverage
            + self.mass * math.log1p(found.mass)
            + self.agreement * found.agreement
            + self.similarity * found.similarity
        )
        return 1 / (1 + math.exp(-odds))


def read_signals(query: Query, passages: Sequence[Passage], words: Words, rarity: Rarity) -> Signals:
    """The signals of a result, best passage first; all 0 where nothing was found or no word was asked."""
    nowhere = rarity.idf(_NOWHERE)
    if not passages or not nowhere:
        return Signals()
    asked = {word: rarity.idf(word) / nowhere for word in query_terms(query.words, words).words}
    total = sum(asked.values())
    best = max(_shared(asked, passage, words) for passage in passages[:_LOOKED_AT])
    first = passages[:_AGREEING]
    agreement = sum(len(passage.found_by) > 1 for passage in first) / len(first)
    similarity = max(passage.similarity for passage in passages)
    return Signals(best / total if total else 0.0, best, agreement, similarity)


def _shared(asked: dict[str, float], passage: Passage, words: Words) -> float:
    held = set(words.cut(f"{passage.title}\n{passage.text}"))
    return sum(idf for word, idf in asked.items() if word in held)
