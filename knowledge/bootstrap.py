"""The wiring of `knowledge`: settings are read here, once, and nowhere else."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

import structlog

from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.corpora.comparison import Change, compare
from knowledge.corpora.shelf import Installed, Shelf
from knowledge.corpora.source import Source, load_sources
from knowledge.editions import Edition, Editions
from knowledge.errors import CorpusUnreachable, IndexMissing
from knowledge.gaps import gaps_touching
from knowledge.guide_cards import Guide, load_guides
from knowledge.holdings import Holdings
from knowledge.reach import reach_of
from knowledge.search.asking import Asking
from knowledge.search.calibrations import SHIPPED_ENCODER, WORDS_ONLY
from knowledge.search.cards import CardSearch, Entry, card_terms
from knowledge.search.documents import article_documents
from knowledge.search.ports import Encoder, Words
from knowledge.search.searcher import Searcher
from knowledge.settings import KnowledgeSettings
from knowledge.settings_reader import read_settings
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.library import Library
from knowledge.statutes.names import Names, load_aliases
from knowledge.statutes.recognition import Recognition

Bar = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Opens a labelled progress bar, as a callback (done, in all)."""

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
    """What the serving build says of itself; None for the starter knowledge."""
    editions = open_editions()
    folder = editions.current()
    return editions.describe(folder) if folder else None


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
    from knowledge.adapters.static_encoder import StaticEncoder

    chosen = settings().encoder
    if not chosen:
        return StaticEncoder(_PACKAGE / "search" / "encoder")
    return SentenceEncoder(chosen)


def open_holdings() -> Holdings:
    """Everything that is held: the current build with the statutes, or the starter knowledge alone."""
    editions = open_editions()
    folder = editions.current()
    guides = {guide.id: guide for guide in load_guides()}
    library, articles, faults, names = _open_statutes(folder) if folder else _open_nothing()
    edition = editions.describe(folder) if folder else None
    corpora = {key: date.fromisoformat(day) for key, day in edition.days.items()} if edition else {}
    return Holdings(
        library=library,
        searcher=Asking(articles, _cards(tuple(guides.values()))),
        guides=guides,
        gaps_touching=gaps_touching,
        find_refs=Recognition(NameFinder(names.spoken())),
        statutes=folder is not None,
        corpora=corpora,
        edition=edition.id if edition else "",
        faults=faults,
        reach=reach_of(corpora),
    )


def _cards(guides: Sequence[Guide]) -> CardSearch:
    words = engines().words
    scorer = OkapiScorer([card_terms(guide, words) for guide in guides])
    return CardSearch([Entry.of(guide) for guide in guides], words, scorer)


Opened = tuple[Library, Searcher | None, tuple[str, ...], Names]
"""A library, the search over its articles, what does not work, and the names of the laws known."""


def _open_nothing() -> Opened:
    """The starter knowledge: laws are known by their common names alone."""
    return EmptyLibrary(), None, ("starter",), Names(load_aliases().values(), load_aliases())


def _open_statutes(folder: Path) -> Opened:
    """Library and search of a build; without a fitting index the library alone, and the fault named."""
    from knowledge.adapters.sqlite_library import SqliteLibrary

    library = SqliteLibrary(folder / "library.sqlite")
    try:
        return library, _searcher(folder, library), (), library.names
    except IndexMissing as error:
        structlog.get_logger("lawline").warning("index.missing", reason=str(error), mend="lawline index build")
        return library, None, ("index",), library.names


def _searcher(folder: Path, library: Library) -> Searcher:
    from knowledge.adapters.index_folder import open_indexes

    words, encoder = engines().words, engines().encoder
    if settings().lexical == "rank_bm25":
        in_memory = RankBm25Index(words)
        in_memory.update(article_documents(library.articles()))
        return Searcher(library, words, in_memory)
    lexical, dense = open_indexes(folder / "index", words, encoder, folder.name)
    if not settings().dense:
        return Searcher(library, words, lexical)
    return Searcher(library, words, lexical, dense, calibration=WORDS_ONLY if settings().encoder else SHIPPED_ENCODER)


def build_edition(bar: Bar) -> Edition:
    """Parse the installed corpora, date every wording, build the library and the index, and swap them in."""
    shelf = open_shelf()
    installed = shelf.installed()
    if not installed:
        raise CorpusUnreachable("no corpus is installed: run `lawline corpus install` first")
    return open_editions().build(partial(_fill, shelf, installed, bar))


def _fill(shelf: Shelf, installed: dict[str, Installed], bar: Bar, folder: Path) -> Edition:
    from knowledge.adapters.index_folder import build_indexes
    from knowledge.adapters.sqlite_library import SqliteLibrary, build
    from knowledge.statutes.dating import date_laws
    from knowledge.statutes.parsing.corpus import read_corpus
    from knowledge.statutes.tables import load_tables

    sheets = []
    with bar("reading statutes") as progress:
        for row in installed.values():
            for sheet in read_corpus(shelf.folder_of(row), row.id):
                sheets.append(sheet)
                progress(len(sheets), 0)
    tables = load_tables()
    with bar("dating wordings") as progress:
        seen = {row.id: date.fromisoformat(row.day) for row in installed.values()}
        laws = date_laws(sheets, tables, seen, progress)
    with bar("writing the library") as progress:
        old_names = {row.old: row.new for row in tables.renamings}
        build(folder / "library.sqlite", laws, old_names, progress)
    name = edition_id(installed)
    library = SqliteLibrary(folder / "library.sqlite")
    with bar("indexing articles") as progress:
        documents = article_documents(library.articles())
        build_indexes(documents, engines().words, engines().encoder, folder / "index", name, progress)
    return Edition(
        id=name,
        corpora={row.id: row.commit for row in installed.values()},
        days={row.id: row.day for row in installed.values()},
        laws=len(laws),
        wordings=sum(len(law.wordings) for law in laws),
        articles=sum(len(wording.articles) for law in laws for wording in law.wordings),
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def edition_is_current() -> bool:
    """Whether the serving build was made from the installed corpora by this code, these tables and these engines."""
    folder = open_editions().current()
    return folder is not None and folder.name == edition_id(open_shelf().installed())


def edition_id(installed: dict[str, Installed]) -> str:
    """The name of the build that the corpora, code, tables and engines would give."""
    parts = [f"{row.id} {row.digest}" for _, row in sorted(installed.items())]
    parts += [engines().words.name, engines().encoder.name]
    for path in sorted((*(_PACKAGE / "statutes").rglob("*"), *(_PACKAGE / "search").rglob("*.py"))):
        if path.suffix in {".py", ".toml"}:
            parts.append(f"{path.relative_to(_PACKAGE)} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def compare_pins(shelf: Shelf, new: Installed) -> Change:
    """What the new pin changes against the current one of the same corpus."""
    from knowledge.statutes.parsing.corpus import read_corpus

    current = shelf.installed().get(new.id)
    before = read_corpus(shelf.folder_of(current), new.id) if current else iter(())
    return compare(new.id, before, read_corpus(shelf.folder_of(new), new.id))
