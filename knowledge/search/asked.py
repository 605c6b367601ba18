"""The questions of the bank as documents of an index of their own: articles are also found by how people ask."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from knowledge.question_bank import BankQuestion, Tie, load_bank, read_ties
from knowledge.search.following import follow
from knowledge.search.model import Document
from knowledge.search.popular import POPULAR, Popular, read_popular
from knowledge.search.script import simplified
from knowledge.statutes.reference import ArticleRef


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions, the ties by which they find their text, and how often articles answer what people ask."""

    questions: Sequence[BankQuestion]
    ties: Sequence[Tie]
    popular: Sequence[Popular] = ()

    def documents(self, documents: Iterable[Document]) -> Iterator[Document]:
        """For every document that questions belong to, those in simplified characters, under its key and filters."""
        asked: defaultdict[ArticleRef, list[str]] = defaultdict(list)
        for question in self.questions:
            for ref in question.refs:
                asked[ref].append(simplified(question.text))
        gathered: dict[str, tuple[Document, list[str]]] = {}
        for tie, document in follow([tie for tie in self.ties if tie.ref in asked], documents):
            gathered.setdefault(document.key, (document, []))[1].extend(asked[tie.ref])
        for document, texts in gathered.values():
            yield replace(document, title="", headings="", text="\n".join(dict.fromkeys(texts)))

    def shares(self, documents: Iterable[Document]) -> dict[str, float]:
        """By key: how many of a thousand people's questions a document answers; those that answer none are left out."""
        held: defaultdict[str, float] = defaultdict(float)
        for one, document in follow(self.popular, documents):
            held[document.key] += one.share
        return {key: round(share, 4) for key, share in held.items()}


NOTHING = Bank((), ())
"""A bank without questions."""


@cache
def carried_bank() -> Bank:
    """The questions that Lawline carries, with their ties, and what its ranker learned of how often articles answer."""
    return Bank(load_bank(), tuple(read_ties()), tuple(read_popular(POPULAR)))
