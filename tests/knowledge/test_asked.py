"""Questions follow the text of their article, never its number."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.asked_file import AskedFile, write_asked
from knowledge.adapters.known_file import read_known, write_known
from knowledge.errors import DataError, IndexMissing
from knowledge.question_bank import BankQuestion, Tie
from knowledge.search.asked import NOTHING, Bank
from knowledge.search.documents import article_key
from knowledge.search.model import Document, Kind
from knowledge.search.popular import Popular, read_popular, write_popular
from knowledge.search.ranking import Known
from knowledge.statutes.likeness import print_sketch, sketch
from knowledge.statutes.model import Boundary, Force, Rank
from knowledge.statutes.reference import ArticleRef

WAGES = "工资应当以货币形式按月支付给劳动者本人，不得克扣或者无故拖欠劳动者的工资。"
REVISED = "工资应当以货币形式按月足额支付给劳动者本人，不得克扣或者无故拖欠劳动者的工资。"
REST = "用人单位应当保证劳动者每周至少休息一日，法定休假日安排工作的依法支付报酬。"
DAY = date(2026, 11, 24)
REF = ArticleRef("试验法", 50)


def held(key: str, text: str, title: str = "试验法") -> Document:
    return Document(key, Kind.ARTICLE, title, text, "000000", Rank.LAW, 1, 9_999_999, headings="第五章 工资")


def bank(*texts: str) -> Bank:
    return Bank([BankQuestion(text, (REF,), DAY, DAY) for text in texts], [Tie(REF, DAY, sketch(WAGES))])


def follow(made: Bank, *documents: Document) -> dict[str, str]:
    return {document.key: document.text for document in made.documents(documents)}


def test_questions_stand_under_the_article_with_its_filters() -> None:
    (asked,) = bank("老板拖着不发钱", "工钱啥时候发").documents([held("50", WAGES), held("51", REST)])
    assert asked == replace(held("50", "老板拖着不发钱\n工钱啥时候发"), title="", headings="")


def test_they_follow_the_text_where_numbers_have_moved() -> None:
    assert follow(bank("不发钱"), held("50", REST), held("62", WAGES)) == {"62": "不发钱"}


def test_every_wording_of_the_article_takes_them() -> None:
    assert set(follow(bank("不发钱"), held("old", REVISED), held("new", WAGES), held("51", REST))) == {"old", "new"}


def test_the_most_similar_text_takes_them_where_none_is_the_same() -> None:
    loose = "工资应当以货币形式按月支付给劳动者本人，用人单位不得拖延。"
    assert set(follow(bank("不发钱"), held("a", loose), held("b", REST))) == {"a"}


def test_they_are_lost_rather_than_given_to_another_text_or_law() -> None:
    assert follow(bank("不发钱"), held("50", REST)) == {}
    assert follow(bank("不发钱"), held("50", WAGES, "别的法")) == {}
    assert follow(NOTHING, held("50", WAGES)) == {}


def test_titles_in_another_spelling_are_the_same_law() -> None:
    assert follow(bank("不发钱"), held("50", WAGES, "《中华人民共和国试验法》")) == {"50": "不发钱"}


def test_a_build_keeps_them_for_reading(tmp_path: Path) -> None:
    force = Force(Boundary.on(DAY))
    article = held(article_key(REF, force), WAGES)
    write_asked(tmp_path / "asked.json", bank("不发钱", "工钱啥时候发").documents([article]))
    kept = AskedFile(tmp_path / "asked.json")
    assert kept.about(REF, force) == ("不发钱", "工钱啥时候发")
    assert kept.about(ArticleRef("试验法", 51), force) == ()


@pytest.mark.parametrize("torn", [None, "", "{"])
def test_questions_that_cannot_be_read_are_said_in_the_log_and_withhold_no_answer(
    tmp_path: Path, torn: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    if torn is not None:
        (tmp_path / "asked.json").write_text(torn, "utf-8")
    assert AskedFile(tmp_path / "asked.json").about(REF, Force(Boundary.on(DAY))) == ()
    assert "asked.json cannot be read" in caplog.text


def test_how_often_an_article_answers_follows_its_text() -> None:
    popular = (Popular("试验法", sketch(WAGES), 4.0), Popular("试验法", sketch(REST), 0.8))
    asked = Bank((), (), popular)
    assert asked.shares([held("62", WAGES), held("old", REVISED)]) == {"62": 4.0, "old": 4.0}
    assert asked.shares([held("50", WAGES, "别的法")]) == {}


def test_the_table_of_popular_articles_is_read_as_it_was_written(tmp_path: Path) -> None:
    popular = [Popular("试验法", sketch(WAGES), 4.05), Popular("别的法", sketch(REST), 1.0)]
    write_popular(popular, tmp_path / "popular.tsv")
    assert list(read_popular(tmp_path / "popular.tsv")) == popular


@pytest.mark.parametrize("line", ["试验法\t4", "试验法\tmany\tAAAA", "试验法\t4\tA", "试验法\t4\tAAAA\tmore"])
def test_a_line_of_the_table_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "popular.tsv").write_text(f"试验法\t1\t{print_sketch(sketch(WAGES))}\n{line}\n", "utf-8")
    with pytest.raises(DataError, match=r"popular\.tsv:2: "):
        list(read_popular(tmp_path / "popular.tsv"))


def test_what_an_index_knows_is_read_as_it_was_written(tmp_path: Path) -> None:
    known = Known({"50": 4.05}, {"50": 3, "51": 1})
    write_known(tmp_path / "known.json", known)
    assert read_known(tmp_path / "known.json") == known


@pytest.mark.parametrize("torn", [None, "", "{}", '{"popular": {}', '{"popular": {}, "else": {}}'])
def test_an_index_that_lost_what_it_knows_is_missing(tmp_path: Path, torn: str | None) -> None:
    if torn is not None:
        (tmp_path / "known.json").write_text(torn, "utf-8")
    with pytest.raises(IndexMissing, match=r"known\.json is not what an index knows"):
        read_known(tmp_path / "known.json")
