"""What is tied to an article's text finds that text in other corpora, where numbers may have moved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from knowledge.search.model import Document
from knowledge.statutes.likeness import Sketch, likeness, sketch
from knowledge.statutes.names import normalise

SAME = 0.6
"""From this likeness on, a passage is the article in another wording, and what is tied to it follows."""

NEAREST = 0.3
"""Where none is so like it, the most similar passage of the law does, if it is at least this like."""

_ENOUGH = 3  # marks that two sketches must share to be compared


class Tied(Protocol):
    """Something that is tied to the text of an article."""

    @property
    def law(self) -> str:
        """The law of the article, by any of its names."""

    @property
    def sketch(self) -> Sketch:
        """What the article's text was like."""


T = TypeVar("T", bound=Tied)


def follow(ties: Iterable[T], documents: Iterable[Document]) -> Iterator[tuple[T, Document]]:
    """Each tie with every passage of its law that it follows, law by law; none where no passage is like it."""
    tied: dict[str, list[T]] = {}
    for tie in ties:
        tied.setdefault(normalise(tie.law), []).append(tie)
    for law, held in _laws(documents, tied).items():
        for tie, places in _places(tied[law], [sketch(document.text) for document in held]):
            for place in places:
                yield tie, held[place]


def _laws(documents: Iterable[Document], tied: Mapping[str, object]) -> dict[str, list[Document]]:
    ids: dict[str, str] = {}
    held: dict[str, list[Document]] = {}
    for document in documents:
        law = ids.get(document.title) or ids.setdefault(document.title, normalise(document.title))
        if law in tied:
            held.setdefault(law, []).append(document)
    return held


def _places(ties: Iterable[T], sketches: Sequence[Sketch]) -> Iterator[tuple[T, list[int]]]:
    having: defaultdict[int, list[int]] = defaultdict(list)
    for place, marks in enumerate(sketches):
        for mark in marks:
            having[mark].append(place)
    for tie in ties:
        shared = Counter(place for mark in tie.sketch for place in having.get(mark, ()))
        least = min(_ENOUGH, len(tie.sketch))
        alike = {place: likeness(tie.sketch, sketches[place]) for place, count in shared.items() if count >= least}
        best = max(alike.values(), default=0.0)
        if best >= NEAREST:
            yield tie, [place for place, like in sorted(alike.items()) if like >= min(SAME, best)]
