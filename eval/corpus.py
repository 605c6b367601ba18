"""Anybody's passages, searched as Lawline searches its own: JSON lines with `id` and `text`."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from eval.errors import BadSet
from eval.lines import lines_of
from eval.run import DEPTH
from knowledge import NATION, ArticleRef, Kind, Mention, Passage, Query, Rank, ReferenceSyntaxError
from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.index_folder import Progress, build_indexes
from knowledge.search.asked import NOTHING, Bank
from knowledge.search.calibrations import WORDS_ONLY
from knowledge.search.confidence import Calibration
from knowledge.search.lexicon.lay import Lexicon
from knowledge.search.model import Document
from knowledge.search.ports import Encoder, Words
from knowledge.search.ranking import Ranker
from knowledge.search.searcher import Searcher
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.names import Names, load_aliases
from knowledge.statutes.recognition import Recognition
from knowledge.statutes.reference import is_name, parse_keyed

_ANY_DAY = date(2000, 1, 1)
"""Passages of a set hold on every day, so the day asked does not matter."""


@dataclass(frozen=True, slots=True)
class CorpusPassage:
    """A passage under its id; `ref` is the article that the id names, if it does (立法法第三条#2: another wording)."""

    id: str
    text: str
    ref: ArticleRef | None


def read_corpus(file: Path) -> list[CorpusPassage]:
    """The passages of a .jsonl or .jsonl.xz file, in order. BadSet names the line that is none."""
    held: dict[str, CorpusPassage] = {}
    for number, line in lines_of(file):
        passage = _passage(line, f"{file}:{number}")
        if passage.id in held:
            raise BadSet(f"{file}:{number}: passage {passage.id!r} again (rule: each id once)")
        held[passage.id] = passage
    if not held:
        raise BadSet(f"{file}: no passages (rule: at least one)")
    return list(held.values())


def _passage(line: str, place: str) -> CorpusPassage:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise BadSet(f"{place}: {line!r:.60} is not JSON: {error}") from error
    match record:
        case {"id": str(id_), "text": str(text)} if id_:
            return CorpusPassage(id_, text, _article(id_))
    raise BadSet(f'{place}: {line!r:.60} (rule: an object with texts "id" and "text", the id not empty)')


def _article(id_: str) -> ArticleRef | None:
    try:
        ref, _ = parse_keyed(id_)
    except ReferenceSyntaxError:
        return None
    return ref if is_name(ref.law) else None


class CorpusSearch:
    """The shipped search over a set's passages: articles that a question names first, then words and meaning fused."""

    def __init__(self, searcher: Searcher, passages: Iterable[CorpusPassage]) -> None:
        self._searcher = searcher
        self._last: tuple[Query, Sequence[Passage]] = (Query("", _ANY_DAY), ())
        self._named: dict[ArticleRef, list[str]] = {}
        for passage in passages:
            if passage.ref and passage.ref.article:
                self._named.setdefault(passage.ref.whole_article, []).append(passage.id)
        self._names = Names({ref.law for ref in self._named}, load_aliases())
        self._find_refs: Callable[[str], list[Mention]] = Recognition(NameFinder(self._names.spoken()))

    def __call__(self, question: str) -> list[str]:
        """Ids of at most DEPTH passages, best first."""
        ids = chain(self._asked(question), (passage.key for passage in self._search(question)[1]))
        return list(dict.fromkeys(ids))[:DEPTH]

    def confidence(self, question: str) -> float:
        """How sure the search is of its first passages, 0 to 1; 1 where the question names an article that is held."""
        if any(self._asked(question)):
            return 1.0
        searched = self._last if self._last[0].words == question else self._search(question)
        return self._searcher.confidence(*searched)

    def _search(self, question: str) -> tuple[Query, Sequence[Passage]]:
        query = Query(question, _ANY_DAY, kinds=frozenset({Kind.ARTICLE}), limit=DEPTH)
        self._last = query, self._searcher.search(query)
        return self._last

    def _asked(self, question: str) -> Iterator[str]:
        for mention in self._find_refs(question):
            laws = self._names.find(mention.ref.law) if mention.ref.law else ()
            for law in laws:
                yield from self._named.get(ArticleRef(law, mention.ref.article, mention.ref.insert), ())


def index_corpus(
    passages: Iterable[CorpusPassage],
    words: Words,
    encoder: Encoder | None,
    folder: Path,
    progress: Progress,
    calibration: Calibration = WORDS_ONLY,
    bank: Bank = NOTHING,
    ranker: Ranker | None = None,
    lexicon: Lexicon | None = None,
) -> CorpusSearch:
    """Index the passages into the empty folder; without an encoder they are found by their words alone.

    `calibration` and `ranker` belong to the encoder; questions of `bank` follow their articles into the passages.
    """
    held = list(passages)
    documents: Mapping[str, Document] = {passage.id: _document(passage) for passage in held}
    built = build_indexes(documents.values(), words, encoder, folder, "corpus", progress, bank)
    # No library holds these passages, so the searcher takes them from the index as it takes guide cards.
    asked = built.asked if bank.questions else None
    searcher = Searcher(
        EmptyLibrary(),
        words,
        built.lexical,
        built.dense,
        documents,
        calibration,
        asked,
        ranker,
        lexicon,
        known=built.known,
    )
    return CorpusSearch(searcher, held)


def _document(passage: CorpusPassage) -> Document:
    title = passage.ref.law if passage.ref else ""
    last = date.max.toordinal()
    article = passage.ref.article if passage.ref else 0
    return Document(passage.id, Kind.ARTICLE, title, passage.text, NATION, Rank.LAW, 1, last, article=article)
