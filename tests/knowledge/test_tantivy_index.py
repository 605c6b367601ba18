"""What holds for tantivy beyond the contract: it lasts, and it ranks as rank-bm25 does."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.errors import IndexMissing
from knowledge.search.documents import article_documents
from knowledge.search.model import Document, Kind, Query
from knowledge.statutes.model import NATION

DAY = date(2024, 1, 1)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> JiebaWords:
    return JiebaWords(tmp_path_factory.mktemp("cache"))


def card(key: str, text: str) -> Document:
    return Document(key, Kind.GUIDE, "", text, NATION, None, 1, 10**6)


def test_what_was_written_is_there_after_reopening(tmp_path: Path, words: JiebaWords) -> None:
    index = TantivyIndex.create(tmp_path, words)
    index.update([card("a", "彩礼返还"), card("b", "交强险")])
    index.delete(["b"])
    again = TantivyIndex(tmp_path, words)
    assert len(again) == 1
    assert [key for key, _ in again.search(Query("彩礼", DAY), 5)] == ["a"]


def test_a_folder_without_index_is_missing(tmp_path: Path, words: JiebaWords) -> None:
    with pytest.raises(IndexMissing, match="build it first"):
        TantivyIndex(tmp_path / "none", words)


def test_an_index_is_not_made_over_another(tmp_path: Path, words: JiebaWords) -> None:
    TantivyIndex.create(tmp_path, words)
    with pytest.raises(ValueError, match="already holds an index"):
        TantivyIndex.create(tmp_path, words)


@pytest.mark.parametrize("make", ["tantivy", "rank-bm25"])
def test_a_rare_word_weighs_more(make: str, tmp_path: Path, words: JiebaWords) -> None:
    index = TantivyIndex.create(tmp_path, words) if make == "tantivy" else RankBm25Index(words)
    assert index.idf("彩礼") == 0.0
    index.update([card("a", "彩礼 合同"), card("b", "合同"), card("c", "合同")])
    assert index.idf("彩礼") == pytest.approx(0.9808, abs=1e-4)  # ln(1 + 2.5 / 1.5)
    assert index.idf("合同") == pytest.approx(0.1335, abs=1e-4)  # ln(1 + 0.5 / 3.5)
    assert index.idf("nowhere") == pytest.approx(2.0794, abs=1e-4)  # ln(1 + 3.5 / 0.5)


QUESTIONS = [
    "公司拖欠工资怎么办",
    "试用期被辞退有补偿吗",
    "离婚后孩子抚养权归谁",
    "彩礼能要回来吗",
    "房东不退押金",
    "借款利息最高多少",
    "交通事故对方不赔",
    "工伤认定要多久",
    "遗嘱公证",
    "邻居装修漏水",
    "网购假货三倍赔偿",
    "酒后驾驶机动车处罚",
    "未成年人打赏退款",
    "赡养父母义务",
    "征地补偿标准",
    "商品房逾期交付",
    "劳动仲裁时效",
    "取保候审条件",
    "行政复议期限",
    "股东知情权",
]


def test_the_first_ten_are_those_of_rank_bm25(tmp_path: Path, words: JiebaWords, real_library: SqliteLibrary) -> None:
    # Same terms, same constants, same idf; what differs is that tantivy rounds a text's length to one of 256 sizes.
    national = [document for document in article_documents(real_library.articles()) if document.region == NATION]
    documents = national[::4]  # rank-bm25 reads every document for every question
    lexical, reference = TantivyIndex.create(tmp_path, words), RankBm25Index(words)
    lexical.update(documents)
    reference.update(documents)
    shared = []
    for question in QUESTIONS:
        asked = Query(question, DAY)
        ours, theirs = ({key for key, _ in index.search(asked, 10)} for index in (lexical, reference))
        shared.append(len(ours & theirs) / max(len(theirs), 1))
    assert sum(shared) / len(shared) >= 0.9
