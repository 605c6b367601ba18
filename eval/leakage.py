"""Questions that are nearly the same as others: what a test shares with its training is no measure of anything new."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from eval.run import Progress

Texts = Iterable[tuple[str, str]]
"""(id, text), from whatever holds them: a set's questions, a bank, a training file."""

GRAM = 4
LIMIT = 0.5
"""Near-duplicates share more than this of their character 4-grams (Jaccard: common / all of both)."""

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and the Jaccard similarity of their character 4-grams."""

    id: str
    text: str
    other_id: str
    other_text: str
    similarity: float


def grams_of(text: str) -> Grams:
    """The runs of four letters and digits of a text, in one case and width; a shorter text is one run itself."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())
    if len(plain) <= GRAM:
        return frozenset({plain} if plain else ())
    return frozenset(plain[start : start + GRAM] for start in range(len(plain) - GRAM + 1))


def near_duplicates(asked: Texts, others: Texts, progress: Progress, limit: float = LIMIT) -> list[Pair]:
    """Every pair of one text of each side that is more alike than `limit`, the most alike first. Exact."""
    left, right = _Side(asked), _Side(others)
    return _sorted(_pairs(left, right, _Index(right, left, limit), progress))


def duplicates_within(texts: Texts, progress: Progress, limit: float = LIMIT) -> list[Pair]:
    """Every pair of two of the texts that is more alike than `limit`, each once, the most alike first. Exact."""
    side = _Side(texts)
    found = _pairs(side, side, _Index(side, side, limit), progress, apart=True)
    return _sorted(found)


class _Side:
    """Texts with their grams."""

    def __init__(self, texts: Texts) -> None:
        self.texts: Sequence[tuple[str, str]] = list(texts)
        self.grams: Sequence[Grams] = [grams_of(text) for _, text in self.texts]


class _Index:
    """Finds candidates: texts that share one of their rarest grams.

    In one order of all grams, two sets whose Jaccard similarity is t or more share a gram among the first
    n - ceil(t n) + 1 of each, n being its size (Chaudhuri, Ganti and Kaushik 2006). So only these are looked up.
    """

    def __init__(self, indexed: _Side, asked: _Side, limit: float) -> None:
        self.limit = Fraction(str(limit))  # as it is written: 0.3 is three tenths
        counts = Counter(gram for side in (indexed, asked) for grams in side.grams for gram in grams)
        self._order: Mapping[str, tuple[int, str]] = {gram: (count, gram) for gram, count in counts.items()}
        self._places: dict[str, list[int]] = {}
        for place, grams in enumerate(indexed.grams):
            for gram in self._rarest(grams):
                self._places.setdefault(gram, []).append(place)

    def candidates(self, grams: Grams) -> set[int]:
        """Places of texts that may be alike."""
        return {place for gram in self._rarest(grams) for place in self._places.get(gram, ())}

    def _rarest(self, grams: Grams) -> list[str]:
        needed = -(-self.limit.numerator * len(grams) // self.limit.denominator)
        return sorted(grams, key=self._order.__getitem__)[: len(grams) - needed + 1]


def _pairs(left: _Side, right: _Side, index: _Index, progress: Progress, apart: bool = False) -> Iterator[Pair]:
    for at, ((id_, text), grams) in enumerate(zip(left.texts, left.grams, strict=True)):
        for place in sorted(index.candidates(grams)):
            if apart and place <= at:
                continue
            common = len(grams & right.grams[place])
            union = len(grams) + len(right.grams[place]) - common
            if common > index.limit * union:
                yield Pair(id_, text, *right.texts[place], common / union)
        progress(at + 1, len(left.texts))


def _sorted(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.similarity, pair.id, pair.other_id))
