from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from eval.errors import NothingInstalled
from eval.installed import InstalledSearch
from knowledge import Gap, Holdings
from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.index_folder import build_indexes
from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.bootstrap import Engines
from knowledge.search.asking import Asking
from knowledge.search.cards import CardSearch
from knowledge.search.documents import article_documents
from knowledge.search.searcher import Searcher
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.library import Library
from knowledge.statutes.recognition import Recognition
from tests.knowledge.made_up_laws import LAWS

EARLY, LATE = date(2005, 1, 1), date(2018, 1, 1)


def no_gaps(matters: set[str], words: str, day: date, region: str) -> tuple[Gap, ...]:
    return ()


def holdings(library: Library, articles: Searcher | None, shipped: Engines) -> Holdings:
    cards = CardSearch([], shipped.words, OkapiScorer([]))
    finder = Recognition(NameFinder([law.id for law in library.laws()]))
    return Holdings(library, Asking(articles, cards), {}, no_gaps, finder, articles is not None, {}, "")


@pytest.fixture(scope="module")
def ships(shipped: Engines, tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    folder: Path = tmp_path_factory.mktemp("installed")
    build(folder / "library.sqlite", list(LAWS.values()))
    library = SqliteLibrary(folder / "library.sqlite")
    documents = article_documents(library.articles())
    lexical, dense, *_ = build_indexes(
        documents, shipped.words, shipped.encoder, folder / "index", "made up", lambda done, total: None
    )
    return holdings(library, Searcher(library, shipped.words, lexical, dense), shipped)


GOLD = [
    (LATE, ["《中华人民共和国船舶法》第2条"], 0),
    (LATE, ["船舶法第二条", "船舶法第九十九条", "不存在法第一条", "doc-7", "船舶法"], 4),
    (EARLY, ["船舶法第四条"], 1),
]


@pytest.mark.parametrize(("on", "gold", "unheld"), GOLD)
def test_gold_that_no_search_can_find_is_counted(ships: Holdings, on: date, gold: Sequence[str], unheld: int) -> None:
    assert InstalledSearch(ships, on, gold).unheld == unheld


def test_an_article_comes_back_as_the_gold_writes_it(ships: Holdings) -> None:
    assert InstalledSearch(ships, LATE, [])("小船登记")[0] == "船舶法第二条"
    gold = "《中华人民共和国船舶法》第2条"
    assert InstalledSearch(ships, LATE, [gold])("小船登记")[0] == gold


def test_only_the_law_of_the_day_is_found(ships: Holdings) -> None:
    assert "船舶法第四条" in InstalledSearch(ships, LATE, [])("新增")
    assert "船舶法第四条" not in InstalledSearch(ships, EARLY, [])("新增")


@pytest.mark.parametrize("lexical_only", [True, False])
def test_an_article_that_the_question_names_comes_first(ships: Holdings, lexical_only: bool) -> None:
    assert InstalledSearch(ships, LATE, [], lexical_only)("船舶法第一条小船登记")[0] == "船舶法第一条"


def test_starter_knowledge_has_no_law_to_search(shipped: Engines) -> None:
    with pytest.raises(NothingInstalled, match="corpus install"):
        InstalledSearch(holdings(EmptyLibrary(), None, shipped), LATE, [])


@pytest.mark.parametrize("lexical_only", [True, False])
def test_confidence_is_that_of_the_question(ships: Holdings, lexical_only: bool) -> None:
    search = InstalledSearch(ships, LATE, [], lexical_only)
    search("小船登记")
    sure = search.confidence("小船登记")
    search("新增")
    assert search.confidence("小船登记") == sure
    assert search.confidence("船舶法第一条") == 1.0
    assert 0 <= search.confidence("!!!") < sure <= 1
