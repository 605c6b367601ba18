"""One contract for every adapter of the Index port."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.faiss_shapes import FLAT, SQ8, Shape, lists_pq, lists_sq8
from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.question_bank import load_bank
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.model import Document, Kind, Query
from knowledge.search.ports import Index, Words
from knowledge.statutes.model import Rank

START, END = date(2010, 1, 1).toordinal(), date(2030, 1, 1).toordinal()
DAY = date(2024, 5, 1)


def law(key: str, title: str, text: str, **changed: object) -> Document:
    made = Document(key, Kind.ARTICLE, title, text, "000000", Rank.LAW, START, END)
    return replace(made, **changed)  # type: ignore[arg-type]


WAGES = law("wages", "劳动法", "工资应当按月支付给劳动者，不得克扣或者拖欠工资")
DIVORCE = law("divorce", "婚姻家庭", "夫妻感情破裂，调解无效的，应当准予离婚")
TENANCY = law("tenancy", "租赁合同", "出租人应当退还租房押金，承租人应当支付租金")
OLD = law("old", "旧劳动法", "拖欠工资的旧规定", ends=date(2020, 1, 1).toordinal())
FUTURE = law("future", "新劳动法", "拖欠工资的新规定", starts=date(2025, 1, 1).toordinal())
SHANGHAI = law("shanghai", "上海工资条例", "上海市拖欠工资的处理", region="310000", rank=Rank.LOCAL)
PUDONG = law("pudong", "浦东工资规定", "浦东新区拖欠工资的处理", region="310115", rank=Rank.LOCAL)
GUIDE = law("guide", "老板拖欠工资怎么办", "可以申请劳动仲裁", kind=Kind.GUIDE, rank=None)
EVERYTHING = [WAGES, DIVORCE, TENANCY, OLD, FUTURE, SHANGHAI, PUDONG, GUIDE]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return JiebaWords(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder(DEFAULT_ENCODER)


SHAPES = {"faiss": FLAT, "faiss-sq8": SQ8, "faiss-lists-sq8": lists_sq8(8_000), "faiss-lists-pq": lists_pq(8_000)}


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory, encoder: StaticEncoder) -> Callable[[Shape], Path]:
    """The folder of an index of the shape that has learned from lay questions, and then forgot them."""

    @cache
    def folder(shape: Shape) -> Path:
        path = tmp_path_factory.mktemp("learned") / "index"
        index = FaissIndex.create(path, encoder, shape)
        index.update(law(f"asked {number}", "", question.text) for number, question in enumerate(load_bank()[::6]))
        index.delete([f"asked {number}" for number in range(len(index))])
        return path

    return folder


@pytest.fixture(params=["tantivy", "rank-bm25", *SHAPES])
def index(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    words: Words,
    encoder: StaticEncoder,
    learned: Callable[[Shape], Path],
) -> Index:
    index: Index
    if request.param in SHAPES:
        index = FaissIndex(copytree(learned(SHAPES[request.param]), tmp_path / "index"), encoder)
    elif request.param == "tantivy":
        index = TantivyIndex.create(tmp_path / "index", words)
    else:
        index = RankBm25Index(words)
    index.update(EVERYTHING)
    return index


def keys(index: Index, words: str = "拖欠工资", day: date = DAY, **asked: object) -> list[str]:
    return [key for key, _ in index.search(replace(Query(words, day), **asked), 10)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("question", "first"), [("拖欠工资", "wages"), ("离婚", "divorce"), ("押金不退", "tenancy")])
def test_the_document_that_speaks_of_it_comes_first(index: Index, question: str, first: str) -> None:
    assert keys(index, question, kinds=frozenset({Kind.ARTICLE}))[0] == first


def test_scores_fall_and_the_limit_holds(index: Index) -> None:
    hits = index.search(Query("拖欠工资", DAY), 2)
    assert len(hits) == 2
    assert hits[0][1] >= hits[1][1] > 0
    assert index.search(Query("拖欠工资", DAY), 0) == []


@pytest.mark.parametrize("question", ["拖欠工资", "离婚押金", "没有这样的词吗"])
def test_scores_of_named_documents_are_those_of_search(index: Index, question: str) -> None:
    query = Query(question, DAY, region="310115")
    found = dict(index.search(query, 10))
    assert index.scores(query, [*found, "unknown key", "old"]) == pytest.approx(found, abs=1e-5)
    assert index.scores(query, []) == {}


@pytest.mark.parametrize(
    ("day", "found", "hidden"),
    [
        (date(2019, 12, 31), "old", "future"),
        (date(2020, 1, 1), "wages", "old"),
        (date(2024, 12, 31), "wages", "future"),
        (date(2025, 1, 1), "future", "old"),
    ],
)
def test_only_what_is_in_force_that_day_is_found(index: Index, day: date, found: str, hidden: str) -> None:
    result = keys(index, day=day)
    assert found in result
    assert hidden not in result


def test_nothing_is_in_force_before_all_law(index: Index) -> None:
    assert keys(index, day=date(1900, 1, 1)) == []
    assert keys(index, day=date.max) == []


@pytest.mark.parametrize(
    ("region", "local"),
    [
        ("000000", set()),
        ("310000", {"shanghai"}),
        ("310100", {"shanghai"}),
        ("310115", {"shanghai", "pudong"}),
        ("310104", {"shanghai"}),
        ("440300", set()),
    ],
)
def test_law_of_the_region_and_those_above_is_found(index: Index, region: str, local: set[str]) -> None:
    result = set(keys(index, region=region))
    assert "wages" in result
    assert result & {"shanghai", "pudong"} == local


def test_kinds_and_ranks_filter_and_guides_have_no_rank(index: Index) -> None:
    assert "guide" in keys(index)
    assert keys(index, kinds=frozenset({Kind.GUIDE})) == ["guide"]
    assert "guide" not in keys(index, kinds=frozenset({Kind.ARTICLE}))
    local = keys(index, region="310115", ranks=frozenset({Rank.LOCAL}))
    assert set(local) == {"shanghai", "pudong", "guide"}
    assert keys(index, kinds=frozenset()) == []


def test_a_changed_document_replaces_the_old_one(index: Index) -> None:
    index.update([replace(WAGES, text="关于彩礼返还", title="彩礼")])
    assert len(index) == len(EVERYTHING)
    assert keys(index, "彩礼返还")[0] == "wages"
    assert index.search(Query("劳动者 按月支付", DAY, kinds=frozenset({Kind.ARTICLE})), 1) != [("wages", 1.0)]


def test_the_last_of_two_with_one_key_counts(index: Index) -> None:
    index.update([law("twice", "甲", "宠物狗咬人"), law("twice", "乙", "高空抛物砸伤")])
    assert len(index) == len(EVERYTHING) + 1
    assert keys(index, "高空抛物砸伤")[0] == "twice"


def test_a_deleted_document_is_not_found(index: Index) -> None:
    index.delete(["wages", "unknown key"])
    assert len(index) == len(EVERYTHING) - 1
    assert "wages" not in keys(index)
    index.update([WAGES])
    assert "wages" in keys(index)


def test_everything_can_be_deleted_and_added_again(index: Index) -> None:
    index.delete([document.key for document in EVERYTHING])
    assert len(index) == 0
    assert keys(index) == []
    index.update(EVERYTHING)
    assert "wages" in keys(index)


@pytest.mark.parametrize("text", ["", " \n", "，。？", "😀", "\x00\x01", "龘龘"])
def test_a_query_without_known_words_finds_nothing(index: Index, text: str) -> None:
    assert keys(index, text) == []


@pytest.mark.parametrize(
    "text",
    [
        'title:"拖欠工资',
        "拖欠工资 AND (",
        "+拖欠工资 -押金",
        "拖欠工资^5 ~2 [a TO b] {x} \\ / *",
        "拖欠工资\x00😀\u202e",
        "key:divorce 拖欠工资",
        "拖欠工资" + "啊" * 50_000,
    ],
)
def test_signs_of_query_languages_mean_nothing(index: Index, text: str) -> None:
    result = keys(index, text)
    assert "wages" in result
