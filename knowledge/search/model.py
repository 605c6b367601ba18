"""What is asked of search, and what comes back."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.statutes.model import NATION, Force, Rank
from knowledge.statutes.reference import ArticleRef


class Kind(StrEnum):
    """Kinds of source."""

    ARTICLE = "article"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Filters hold inside the search, not after it.

    `words` is plain text; `day` the day whose law is asked for (only passages in force on it are found); `region` a
    six-digit GB/T 2260 code: national law and that of every region above or equal to it is found; `refs` are articles
    that the text names, looked up exactly and ranked first; `matters` are the likeliest matters, best first, which
    rank guide cards.
    """

    words: str
    day: date
    region: str = NATION
    kinds: frozenset[Kind] = field(default_factory=lambda: frozenset(Kind))
    ranks: frozenset[Rank] = field(default_factory=lambda: frozenset(Rank))
    refs: tuple[ArticleRef, ...] = ()
    matters: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """A found passage. `key` is stable; for a guide, `ref` is None and `key` is the card's id.

    `score` is comparable inside one result only; `found_by` names the retrievers with their ranks ("bm25": 3);
    `similarity` is the cosine that the dense index found, 0 where it did not find the passage.
    """

    key: str
    kind: Kind
    title: str
    text: str
    score: float
    ref: ArticleRef | None = None
    force: Force | None = None
    found_by: tuple[tuple[str, int], ...] = ()
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """What an index holds of a passage: the fields that are searched and the ones that filter.

    `starts`/`ends` are proleptic ordinals of the first day and the first day after (half-open) on which the passage
    may be shown: the *latest* start and the *earliest* end of its force, so that doubtful days find nothing.
    `headings` are the divisions above it; they are searched with the text. `article` is its number in its law, 0 where
    it has none.
    """

    key: str
    kind: Kind
    title: str
    text: str
    region: str
    rank: Rank | None
    starts: int
    ends: int
    headings: str = ""
    article: int = 0

    @property
    def whole(self) -> str:
        """Title, headings and text: what is searched by words and by meaning."""
        return "\n".join(part for part in (self.title, self.headings, self.text) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """The passages found for a query, best first, and how sure the best article and the best guide are, in [0, 1]."""

    passages: tuple[Passage, ...]
    confidence: float
    guide_confidence: float
