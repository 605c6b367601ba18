"""The wiring of `knowledge`: settings are read here, once, and nowhere else."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.corpora.comparison import Change, compare
from knowledge.corpora.shelf import Installed, Shelf
from knowledge.corpora.source import Source, load_sources
from knowledge.editions import Edition, Editions
from knowledge.errors import CorpusError, CorpusUnreachable, IndexMissing
from knowledge.gaps import gaps_touching
from knowledge.guide_cards import Guide, load_guides
from knowledge.holdings import AskedAbout, Holdings, nobody_asked
from knowledge.matters import Classify
from knowledge.question_bank import QUESTIONS
from knowledge.reach import reach_of
from knowledge.search.asked import carried_bank
from knowledge.search.asking import Asking
from knowledge.search.calibrations import SHIPPED_ENCODER
from knowledge.search.cards import CardSearch, Entry, card_terms
from knowledge.search.documents import article_documents
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.lexicon.lay import carried_lexicon
from knowledge.search.ports import Encoder, Words
from knowledge.search.searcher import Searcher
from knowledge.settings import KnowledgeSettings
from knowledge.settings_reader import read_settings
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.library import Library
from knowledge.statutes.names import Names, load_aliases
from knowledge.statutes.recognition import Recognition

if TYPE_CHECKING:
    from knowledge.adapters.edition_writer import Bar
    from knowledge.adapters.index_folder import Indexes
    from knowledge.search.ranking import Ranker
    from knowledge.search.reranker import Reranker

log = logging.getLogger("lawline.knowledge")

_PACKAGE = Path(__file__).parent


@cache
def settings() -> KnowledgeSettings:
    """The settings, read from the environment at first use. BadSetting where one breaks its rule."""
    return read_settings(KnowledgeSettings)


def sources(path: Path | None = None) -> tuple[Source, ...]:
    """The public sources: those of the given file, of the settings, or the ones that Lawline carries."""
    chosen = path or settings().sources
    return load_sources(chosen) if chosen else load_sources()


def open_shelf() -> Shelf:
    """The shelf of installed corpora."""
    return Shelf(settings().data / "corpora")


def open_editions() -> Editions:
    """The builds of library and index."""
    return Editions(settings().data / "editions")


def current_edition() -> Edition | None:
    """What the serving build says of itself; None for the starter knowledge. IndexMissing where it is broken."""
    serving = _serving()
    return serving[1] if serving else None


def _serving() -> tuple[Path, Edition] | None:
    """The serving build: its folder, and what it says of itself."""
    editions = open_editions()
    folder = editions.current()
    return (folder, editions.describe(folder)) if folder else None


@dataclass(frozen=True, slots=True)
class Engines:
    """The adapters that settings choose."""

    words: Words
    encoder: Encoder


@cache
def engines() -> Engines:
    """Word cutter and encoder, loaded once for all that index or search."""
    return Engines(_words(), _encoder())


def _words() -> Words:
    from knowledge.adapters.jieba_words import JiebaWords
    from knowledge.adapters.rjieba_words import RjiebaWords

    chosen = settings().words
    if chosen == "rjieba" or (chosen == "auto" and find_spec("rjieba")):
        return RjiebaWords()
    return JiebaWords(settings().data / "cache")


def _encoder() -> Encoder:
    from knowledge.adapters.sentence_encoder import SentenceEncoder

    chosen = settings().encoder
    return SentenceEncoder(chosen) if chosen else shipped_encoder()


@cache
def shipped_encoder() -> Encoder:
    """The static encoder that Lawline carries."""
    from knowledge.adapters.static_encoder import StaticEncoder

    return StaticEncoder(DEFAULT_ENCODER)


@cache
def classifier() -> Classify:
    """What tells services and matters; it has learned with the shipped encoder, whichever searches."""
    from knowledge.adapters.matter_classifier import MatterClassifier

    return MatterClassifier(shipped_encoder())


def open_holdings() -> Holdings:
    """Everything that is held: the current build with the statutes, or the starter knowledge alone.

    A build that cannot be opened is said in the log and in `broken`, and the starter knowledge answers.
    """
    guides = {guide.id: guide for guide in load_guides()}
    opened = _open_current()
    corpora = {key: date.fromisoformat(day) for key, day in opened.edition.days.items()} if opened.edition else {}
    return Holdings(
        library=opened.library,
        searcher=Asking(opened.articles, _cards(tuple(guides.values()))),
        guides=guides,
        gaps_touching=gaps_touching,
        find_refs=Recognition(NameFinder(opened.names.spoken())),
        statutes=opened.edition is not None,
        corpora=corpora,
        edition=opened.edition.id if opened.edition else "",
        faults=opened.faults,
        reach=reach_of(corpora),
        broken=opened.broken,
        asked_about=opened.asked_about,
    )


def _cards(guides: Sequence[Guide]) -> CardSearch:
    words = engines().words
    scorer = OkapiScorer([card_terms(guide, words) for guide in guides])
    return CardSearch([Entry.of(guide) for guide in guides], words, scorer)


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, the search over its articles, the names of the laws known, the build they are from, what is amiss."""

    library: Library
    articles: Searcher | None
    names: Names
    edition: Edition | None
    faults: tuple[str, ...] = ()
    broken: bool = False
    asked_about: AskedAbout = nobody_asked


def _open_current() -> Opened:
    try:
        serving = _serving()
        return _open_statutes(*serving) if serving else _open_nothing()
    except (IndexMissing, CorpusError) as error:
        log.error("the build cannot be opened, the starter knowledge answers: %s (lawline index build mends it)", error)
        return _open_nothing(broken=True)


def _open_nothing(broken: bool = False) -> Opened:
    """The starter knowledge: laws are known by their common names alone."""
    return Opened(EmptyLibrary(), None, Names(load_aliases().values(), load_aliases()), None, ("starter",), broken)


def _open_statutes(folder: Path, edition: Edition) -> Opened:
    """Library and search of a build; without a fitting index the library alone, and the fault named."""
    from knowledge.adapters.asked_file import AskedFile
    from knowledge.adapters.index_folder import ASKED_FILE
    from knowledge.adapters.sqlite_library import SqliteLibrary

    library = SqliteLibrary(folder / "library.sqlite")
    try:
        articles = _searcher(folder, library, edition)
    except IndexMissing as error:
        log.warning("articles cannot be searched: %s (lawline index build mends it)", error)
        return Opened(library, None, library.names, edition, ("index",))
    asked = AskedFile(folder / "index" / ASKED_FILE)
    return Opened(library, articles, library.names, edition, asked_about=asked.about)


def _searcher(folder: Path, library: Library, edition: Edition) -> Searcher:
    words = engines().words
    if settings().lexical == "rank_bm25":
        in_memory = RankBm25Index(words)
        in_memory.update(article_documents(library.articles()))
        return Searcher(library, words, in_memory, lexicon=carried_lexicon(), reranker=_reranker(settings().reranker))
    built = _indexes(folder, edition)
    by_words = Searcher(
        library,
        words,
        built.lexical,
        asked=built.asked,
        lexicon=carried_lexicon(),
        reranker=_reranker(settings().reranker),
        known=built.known,
    )
    if not settings().dense:
        return by_words
    if settings().encoder:  # the ranker and the calibration have learned from the shipped encoder
        return replace(by_words, dense=built.dense)
    return replace(by_words, dense=built.dense, calibration=SHIPPED_ENCODER, ranker=load_ranker())


def _reranker(model: str) -> "Reranker | None":
    from knowledge.adapters.rerankers import open_reranker

    return open_reranker(model) if model else None


@cache
def load_ranker() -> "Ranker":
    """The shipped ranker."""
    from knowledge.adapters.lightgbm_ranker import LightgbmRanker

    return LightgbmRanker(_PACKAGE / "search" / "ranker")


def _indexes(folder: Path, edition: Edition) -> "Indexes":
    from knowledge.adapters.index_folder import open_indexes

    return open_indexes(folder / "index", engines().words, engines().encoder, edition.id)


def build_edition(bar: "Bar") -> Edition:
    """Parse the installed corpora, date every wording, build the library and the index, and swap them in."""
    from knowledge.adapters.edition_writer import write_edition

    shelf = open_shelf()
    installed = shelf.installed()
    if not installed:
        raise CorpusUnreachable("no corpus is installed: run `lawline corpus install` first")
    folders = {row: shelf.folder_of(row) for row in installed.values()}
    return open_editions().build(
        partial(write_edition, edition_id(installed), folders, engines().words, engines().encoder, carried_bank(), bar)
    )


def edition_is_current() -> bool:
    """Whether the serving build opens, and was made from the installed corpora by this code, tables and engines."""
    from knowledge.adapters.sqlite_library import SqliteLibrary

    wanted = edition_id(open_shelf().installed())
    try:
        serving = _serving()
        if serving is None or serving[1].id != wanted:
            return False
        SqliteLibrary(serving[0] / "library.sqlite")
        _indexes(*serving)
    except (IndexMissing, CorpusError) as error:
        log.warning("the build is made again: %s", error)
        return False
    return True


def edition_id(installed: dict[str, Installed]) -> str:
    """The name of the build that the corpora, code, tables and engines would give."""
    parts = [f"{row.id} {row.digest}" for _, row in sorted(installed.items())]
    parts += [engines().words.name, engines().encoder.name]
    code = (*(_PACKAGE / "statutes").rglob("*"), *(_PACKAGE / "search").rglob("*.py"), *QUESTIONS.glob("*"))
    for path in sorted(code):
        if path.suffix in {".py", ".toml", ".yaml", ".tsv"}:
            parts.append(f"{path.relative_to(_PACKAGE)} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def compare_pins(shelf: Shelf, new: Installed) -> Change:
    """What the new pin changes against the current one of the same corpus."""
    from knowledge.statutes.parsing.corpus import read_corpus

    current = shelf.installed().get(new.id)
    before = read_corpus(shelf.folder_of(current), new.id) if current else iter(())
    return compare(new.id, before, read_corpus(shelf.folder_of(new), new.id))
