"""The installed law of a day, searched for anybody's questions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from eval.errors import NothingInstalled
from eval.run import DEPTH
from knowledge import ArticleRef, Holdings, Kind, Library, Passage, Query, ReferenceSyntaxError
from knowledge.search.asking import Asking
from knowledge.search.calibrations import WORDS_ONLY
from knowledge.search.documents import article_ref
from knowledge.search.searcher import Searcher
from knowledge.statutes.reference import parse_keyed


class InstalledSearch:
    """The shipped search over the law in force on a day. Its ids are references: 民法典第一千零七十九条.

    An article that the gold writes otherwise (《中华人民共和国民法典》第1079条) comes back as the gold writes it.
    """

    def __init__(self, holdings: Holdings, on: date, gold: Iterable[str], lexical_only: bool = False) -> None:
        """NothingInstalled for the starter knowledge."""
        self._searcher = _articles(holdings, lexical_only)
        self._find_refs = holdings.find_refs
        self._on = on
        self._last: tuple[Query, Sequence[Passage]] = (Query("", on), ())
        self._spelt: dict[ArticleRef, str] = {}
        self.unheld = 0
        """Gold ids that name no article in force on the day: these can never be found."""
        for id_ in gold:
            if ref := _held(id_, holdings.library, on):
                self._spelt.setdefault(ref, id_)
            else:
                self.unheld += 1

    def __call__(self, question: str) -> list[str]:
        """Ids of at most DEPTH articles, best first."""
        found = (article_ref(passage.key) for passage in self._search(question)[1])
        return [self._spelt.get(ref, str(ref)) for ref in dict.fromkeys(found)]

    def confidence(self, question: str) -> float:
        """How sure the search is of its first articles, 0 to 1."""
        searched = self._last if self._last[0].words == question else self._search(question)
        return self._searcher.confidence(*searched)

    def _search(self, question: str) -> tuple[Query, Sequence[Passage]]:
        refs = tuple(mention.ref for mention in self._find_refs(question) if mention.ref.law)
        query = Query(question, self._on, kinds=frozenset({Kind.ARTICLE}), refs=refs, limit=DEPTH)
        self._last = query, self._searcher.search(query)
        return self._last


def _articles(holdings: Holdings, lexical_only: bool) -> Searcher:
    asking = holdings.searcher
    if not isinstance(asking, Asking) or asking.articles is None:
        raise NothingInstalled("no statutes are installed: run `lawline corpus install`, or give --corpus")
    if lexical_only:
        return replace(asking.articles, dense=None, calibration=WORDS_ONLY, asked=None, ranker=None, lexicon=None)
    return asking.articles


def _held(id_: str, library: Library, on: date) -> ArticleRef | None:
    """The article in force on the day that the id names, under the id of its law."""
    try:
        ref, _ = parse_keyed(id_)
    except ReferenceSyntaxError:
        return None
    finding = library.resolve(ref.whole_article, on)
    if not (ref.article and finding.citable and finding.law):
        return None
    return ArticleRef(finding.law.id, ref.article, ref.insert)
