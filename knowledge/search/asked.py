"""The questions of the bank as documents of an index of their own: articles are also found by how people ask."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.question_bank import BankQuestion, Tie, load_bank, read_ties
from knowledge.search.model import Document
from knowledge.statutes.likeness import Sketch, likeness, sketch
from knowledge.statutes.names import normalise
from knowledge.statutes.reference import ArticleRef

SAME = 0.6
"""From this likeness on, a passage is the article in another wording, and takes its questions."""

NEAREST = 0.3
"""Where none is so like it, the most similar passage of the law does, if it is at least this like."""

_ENOUGH = 3  # marks that two sketches must share to be compared


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions, and the ties by which they find their text."""

    questions: Sequence[BankQuestion]
    ties: Sequence[Tie]

    def documents(self, documents: Iterable[Document]) -> Iterator[Document]:
        """For every document that questions belong to, the questions under its key and filters."""
        asked: defaultdict[ArticleRef, list[str]] = defaultdict(list)
        for question in self.questions:
            for ref in question.refs:
                asked[ref].append(question.text)
        tied = _by_law([tie for tie in self.ties if tie.ref in asked])
        for law, held in _laws(documents, tied).items():
            gathered: defaultdict[int, list[str]] = defaultdict(list)
            for tie, places in _follow(tied[law], [sketch(document.text) for document in held]):
                for place in places:
                    gathered[place] += asked[tie.ref]
            for place, texts in sorted(gathered.items()):
                yield replace(held[place], title="", headings="", text="\n".join(dict.fromkeys(texts)))


def _by_law(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    tied: dict[str, list[Tie]] = {}
    for tie in ties:
        tied.setdefault(normalise(tie.ref.law), []).append(tie)
    return tied


def _laws(documents: Iterable[Document], tied: Mapping[str, object]) -> dict[str, list[Document]]:
    ids: dict[str, str] = {}
    held: dict[str, list[Document]] = {}
    for document in documents:
        law = ids.get(document.title) or ids.setdefault(document.title, normalise(document.title))
        if law in tied:
            held.setdefault(law, []).append(document)
    return held


def _follow(ties: Iterable[Tie], sketches: Sequence[Sketch]) -> Iterator[tuple[Tie, list[int]]]:
    """Each tie with the places of the texts that it follows; none where no text is like it."""
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


NOTHING = Bank((), ())
"""A bank without questions."""


@cache
def carried_bank() -> Bank:
    """The questions that Lawline carries, with their ties."""
    return Bank(load_bank(), tuple(read_ties()))
