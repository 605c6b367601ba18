from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.adapters.index_folder import build_indexes
from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.question_bank import BankQuestion, Tie
from knowledge.search.asked import Bank
from knowledge.search.calibrations import SHIPPED_ENCODER, WORDS_ONLY
from knowledge.search.documents import article_documents
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.lexicon.lay import LayWord, Lexicon
from knowledge.search.model import Document, Kind, Passage, Query
from knowledge.search.searcher import Searcher
from knowledge.statutes.likeness import sketch
from knowledge.statutes.model import NATION, Rank
from knowledge.statutes.reference import ArticleRef
from tests.knowledge.made_up_laws import LAWS, dated, sheet

DAY = date(2024, 1, 1)
DATA = Path(__file__).parent / "data"
WAGES = dated(
    [
        sheet(
            "中华人民共和国工资法",
            ["2000-01-01 通过"],
            ["工资按月支付，不得拖欠。", "拖欠工资的，加付赔偿金。", "本法自2000年2月1日起施行。"],
            "2000-01-01",
        ),
        sheet(
            "船员工资条例",
            ["2001-01-01 通过"],
            ["船员工资的拖欠。", "本条例自2001年2月1日起施行。"],
            "2001-01-01",
            rank=Rank.REGULATION,
        ),
    ]
)
CARD = Document("wages-late", Kind.GUIDE, "老板拖欠工资", "先协商，再申请仲裁", NATION, None, 1, 10**7)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> JiebaWords:
    return JiebaWords(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module", params=["bm25", "fused"])
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, words: JiebaWords) -> Searcher:
    folder = tmp_path_factory.mktemp("search")
    build(folder / "library.sqlite", [*LAWS.values(), *WAGES.values()])
    library = SqliteLibrary(folder / "library.sqlite")
    documents = [*article_documents(library.articles()), CARD]
    encoder = StaticEncoder(DEFAULT_ENCODER) if request.param == "fused" else None
    lexical, dense, *_ = build_indexes(documents, words, encoder, folder / "index", "made up", lambda _, __: None)
    return Searcher(library, words, lexical, dense, {CARD.key: CARD})


def refs(passages: list[Passage]) -> list[str]:
    return [str(passage.ref) for passage in passages if passage.ref]


def test_passages_carry_the_text_of_the_day(searcher: Searcher) -> None:
    old = searcher.search(Query("登记", date(2011, 1, 1)))
    assert refs(old)[0] == "船舶法第二条"
    assert old[0].text == "大船登记。"
    assert old[0].force is not None
    assert old[0].force.status(date(2011, 1, 1)).value == "in_force"
    assert all("船舶法" not in ref for ref in refs(searcher.search(Query("登记", date(2013, 1, 1)))))


def test_repealed_and_future_law_is_not_found(searcher: Searcher) -> None:
    assert "灯塔法第一条" in refs(searcher.search(Query("灯塔", date(2019, 12, 31))))
    assert "灯塔法第一条" not in refs(searcher.search(Query("灯塔", date(2020, 1, 1))))
    assert "海岸法第一条" not in refs(searcher.search(Query("海岸开放", DAY)))


def test_what_the_question_names_comes_first_and_once(searcher: Searcher) -> None:
    found = searcher.search(Query("拖欠工资", DAY, refs=(ArticleRef("工资法", 2),)))
    assert refs(found)[0] == "工资法第二条"
    assert found[0].found_by == (("citation", 1),)
    assert len({passage.key for passage in found}) == len(found)
    assert searcher.confidence(Query("拖欠工资", DAY), found) == 1.0


@pytest.mark.parametrize(
    "ref", [ArticleRef("工资法", 9), ArticleRef("没有的法", 1), ArticleRef("灯塔法", 1), ArticleRef("工资法")]
)
def test_a_reference_without_text_in_force_is_no_passage(searcher: Searcher, ref: ArticleRef) -> None:
    found = searcher.search(Query("拖欠工资", DAY, refs=(ref,)))
    assert all(name != "citation" for passage in found for name, _ in passage.found_by)


def test_a_reference_obeys_the_filters(searcher: Searcher) -> None:
    ref = (ArticleRef("工资法", 1),)
    assert searcher.search(Query("", DAY, kinds=frozenset({Kind.GUIDE}), refs=ref)) == []
    assert searcher.search(Query("", DAY, ranks=frozenset({Rank.REGULATION}), refs=ref)) == []


def test_guides_are_found_beside_articles(searcher: Searcher) -> None:
    found = searcher.search(Query("老板拖欠工资", DAY))
    assert {passage.kind for passage in found} == {Kind.ARTICLE, Kind.GUIDE}
    card = next(passage for passage in found if passage.kind is Kind.GUIDE)
    assert (card.key, card.title, card.ref) == ("wages-late", "老板拖欠工资", None)


def test_scores_fall_and_the_limit_holds(searcher: Searcher) -> None:
    found = searcher.search(Query("拖欠工资", DAY, limit=2))
    assert len(found) == 2
    assert found[0].score >= found[1].score


@pytest.mark.parametrize("text", ["", "😀", "\x00", "龘龘"])
def test_nothing_asked_finds_nothing_and_is_not_sure(searcher: Searcher, text: str) -> None:
    found = searcher.search(Query(text, DAY))
    assert found == []
    assert searcher.confidence(Query(text, DAY), found) == 0.0


def test_only_a_searched_meaning_has_a_similarity(searcher: Searcher) -> None:
    best = searcher.search(Query("拖欠工资", DAY))[0].similarity
    assert (0 < best <= 1.0) if searcher.dense else best == 0.0


def test_an_empty_index_is_not_sure(words: JiebaWords, searcher: Searcher) -> None:
    empty = Searcher(searcher.library, words, RankBm25Index(words))
    assert empty.search(Query("拖欠工资", DAY)) == []
    assert empty.confidence(Query("拖欠工资", DAY), []) == 0.0


class Backwards:
    """A Ranker, and a Reranker, that like the last best."""

    name = "backwards"
    prior: Mapping[str, float] = MappingProxyType({"工资法": 1.0})

    def scores(self, *asked: object) -> NDArray[np.float32]:
        return np.arange(len(asked[-1]), dtype=np.float32)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory, words: JiebaWords) -> Searcher:
    """A searcher with all its parts but a ranker: one question of the bank, tied to 加付赔偿金."""
    folder = tmp_path_factory.mktemp("learned")
    build(folder / "library.sqlite", [*WAGES.values()])
    library = SqliteLibrary(folder / "library.sqlite")
    ref = ArticleRef("工资法", 2)
    question = BankQuestion("黑心厂子拖了俩月", (ref,), DAY, DAY)
    bank = Bank([question], [Tie(ref, DAY, sketch("拖欠工资的，加付赔偿金。"))])
    documents = article_documents(library.articles())
    encoder = StaticEncoder(DEFAULT_ENCODER)
    built = build_indexes(documents, words, encoder, folder / "index", "made up", lambda _, __: None, bank)
    lexicon = Lexicon([LayWord("跑船的", ("船员",), "labour")])
    return Searcher(library, words, built.lexical, built.dense, asked=built.asked, lexicon=lexicon)


def test_an_article_is_found_by_how_people_ask_for_it(learned: Searcher) -> None:
    found = replace(learned, dense=None).search(Query("黑心厂子", DAY))
    assert [(str(passage.ref), passage.found_by) for passage in found] == [("工资法第二条", (("asked", 1),))]


def test_an_article_is_found_by_what_a_lay_word_means(learned: Searcher) -> None:
    by_words = replace(learned, dense=None)
    assert refs(by_words.search(Query("跑船的", DAY)))[0] == "船员工资条例第一条"
    assert by_words.search(Query("跑车的", DAY)) == replace(by_words, lexicon=None).search(Query("跑车的", DAY))
    assert replace(by_words, lexicon=None).search(Query("跑船的", DAY)) == []


def test_the_ranker_orders_what_is_found(learned: Searcher) -> None:
    query = Query("拖欠工资", DAY)
    keys = learned.gather(query).keys
    assert len(keys) > 2
    ranked = replace(learned, ranker=Backwards()).search(query)
    assert [passage.key for passage in ranked] == list(reversed(keys))
    assert [passage.score for passage in ranked] == list(reversed(range(len(keys))))


def test_without_all_retrievers_ranks_are_fused(learned: Searcher) -> None:
    query, alone = Query("拖欠工资", DAY), replace(learned, asked=None)
    assert replace(alone, ranker=Backwards()).search(query) == alone.search(query)


def test_a_reranker_reorders_all_but_what_the_question_names(learned: Searcher) -> None:
    query = Query("拖欠工资", DAY, refs=(ArticleRef("工资法", 3),))
    plain = refs(learned.search(query))
    assert refs(replace(learned, reranker=Backwards()).search(query)) == [plain[0], *reversed(plain[1:])]


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("encoded", "asked_kept", "other_kept"), [(False, 0.75, 0.45), (True, 0.75, 0.3)])
def test_questions_of_law_are_told_from_other_talk(
    encoded: bool,
    asked_kept: float,
    other_kept: float,
    real_library: SqliteLibrary,
    words: JiebaWords,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    encoder = StaticEncoder(DEFAULT_ENCODER) if encoded else None
    national = (document for document in article_documents(real_library.articles()) if document.region == NATION)
    folder = tmp_path_factory.mktemp("real")
    lexical, dense, *_ = build_indexes(national, words, encoder, folder, "real", lambda _, __: None)
    calibration = SHIPPED_ENCODER if encoded else WORDS_ONLY
    searcher = Searcher(real_library, words, lexical, dense, calibration=calibration)

    def kept(texts: list[str]) -> float:
        asked = [Query(text, date(2026, 7, 1)) for text in texts]
        return sum(searcher.confidence(query, searcher.search(query)) >= 0.5 for query in asked) / len(asked)

    assert kept(lines("on_topic.txt")) >= asked_kept
    assert kept(lines("off_topic.txt")) <= other_kept
