"""What is held: the library of statutes, the search over it, the guide cards, and what is known to be missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from knowledge.gaps import Gap
from knowledge.guide_cards import Guide
from knowledge.search.model import Found, Query
from knowledge.statutes.library import Library
from knowledge.statutes.mentions import Mention
from knowledge.statutes.model import Force
from knowledge.statutes.reference import ArticleRef


class Search(Protocol):
    """Ranked passages for a query."""

    def search(self, query: Query) -> Found:
        """Articles and guide cards that pass the filters, best first, with how sure the best of each is."""


AskedAbout = Callable[[ArticleRef, Force], tuple[str, ...]]
"""The lay questions that a version of an article answers."""


def nobody_asked(ref: ArticleRef, force: Force) -> tuple[str, ...]:
    """Where there is no build, no questions are tied to its articles."""
    return ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything that the assistant may ask of knowledge.

    `statutes` says whether any statute text is installed; `corpora` the day of each installed corpus by its id;
    `edition` names the build of library and index, empty for the starter knowledge; `faults` marks what does not work:
    `starter` (no statutes), `index` (no article search); `reach` tells in plain Chinese how far the corpora reach;
    `broken` says that statutes were built and cannot be opened; `asked_about` gives the bank's questions on a
    version of an article.
    """

    library: Library
    searcher: Search
    guides: Mapping[str, Guide]
    gaps_touching: Callable[[set[str], str, date, str], tuple[Gap, ...]]
    find_refs: Callable[[str], list[Mention]]
    statutes: bool
    corpora: Mapping[str, date]
    edition: str
    faults: tuple[str, ...] = ()
    reach: str = ""
    broken: bool = False
    asked_about: AskedAbout = nobody_asked

    def search(self, query: Query) -> Found:
        """Ranked passages for the query."""
        return self.searcher.search(query)
