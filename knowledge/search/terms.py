"""The three streams of terms that BM25 counts: words of the title, words of all, and bigrams of all."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.search.lexicon import function_words
from knowledge.search.model import Document, Query
from knowledge.search.normal import bigrams
from knowledge.search.ports import Words

LONGEST_QUERY = 2_000
"""Characters of a question that are searched; what follows cannot change what it is about."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms by field. `title` is a document's own heading; `words` and `bigrams` cover title and text."""

    title: tuple[str, ...]
    words: tuple[str, ...]
    bigrams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a field's BM25 score counts in the sum."""

    title: float
    words: float
    bigrams: float


WEIGHTS = Weights(title=0.1, words=1.0, bigrams=1.0)
"""Found on the STARD training questions (benchmarks/search_weights.py). The title is in `words` and `bigrams` as well,
which finds more than a separate title alone; its own field breaks ties for questions that name a law."""


MEANT = 0.3
"""What a term that is meant counts, where one that is said counts 1; found on the bank (benchmarks/lexicon.py)."""


def document_terms(document: Document, words: Words) -> Terms:
    """The terms under which a document is indexed."""
    title = words.cut(document.title)
    return Terms(tuple(title), tuple(words.cut(document.whole)), tuple(bigrams(document.whole)))


def query_terms(text: str, words: Words) -> Terms:
    """The terms that a question is searched by: distinct, in order, of its first `LONGEST_QUERY` characters.

    Function words are left out: they changed no measure, and what they find is not about the subject.
    """
    head = text[:LONGEST_QUERY]
    cut = _distinct(word for word in words.cut(head) if word not in function_words())
    return Terms(cut, cut, _distinct(bigrams(head)))


def meant_terms(query: Query, words: Words) -> Terms:
    """The terms that the query means and does not say; no title is searched by them."""
    said = query_terms(query.words, words)
    cut = _distinct(word for term in query.meant for word in words.cut(term) if word not in said.words)
    return Terms((), cut, _distinct(pair for term in query.meant for pair in bigrams(term) if pair not in said.bigrams))


def _distinct(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
