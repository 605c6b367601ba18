"""How likely it is that a search found what was asked, from signals that a person can follow.

Not a probability of being right: it tells questions of law from talk that the library cannot answer. Fitted by logistic
regression on the STARD training questions against utterances about other things (benchmarks/search_confidence.py).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.search.model import Passage, Query
from knowledge.search.ports import Rarity, Words

_LOOKED_AT = 3  # passages whose words are compared with the question's
_AGREEING = 5  # passages of which we ask whether both retrievers found them


@dataclass(frozen=True, slots=True)
class Signals:
    """What confidence rests on, each 0..1 but for `mass`.

    `coverage`: share of the question's idf mass that the best passage holds; `mass`: that mass itself, in nats;
    `agreement`: share of the first passages that words and meaning both found.
    """

    coverage: float
    mass: float
    agreement: float


def signals(query: Query, passages: Sequence[Passage], words: Words, rarity: Rarity) -> Signals:
    """The signals of a result; all zero where nothing was found or asked."""
    asked = {word: rarity.idf(word) for word in words.cut(query.words)}
    total = sum(asked.values())
    if not passages or not total:
        return Signals(0.0, 0.0, 0.0)
    best = max(_shared(asked, passage, words) for passage in passages[:_LOOKED_AT])
    first = passages[:_AGREEING]
    agreeing = sum(len(passage.found_by) > 1 for passage in first) / len(first)
    return Signals(best / total, best, agreeing)


def confidence(found: Signals) -> float:
    """From 0 (nothing fits) to 1."""
    odds = BIAS + COVERAGE * found.coverage + MASS * math.log1p(found.mass) + AGREEMENT * found.agreement
    return 1 / (1 + math.exp(-odds)) if found.mass else 0.0


BIAS, COVERAGE, MASS, AGREEMENT = -8.0, 6.0, 2.0, 1.0


def _shared(asked: dict[str, float], passage: Passage, words: Words) -> float:
    held = set(words.cut(f"{passage.title}\n{passage.text}"))
    return sum(idf for word, idf in asked.items() if word in held)
