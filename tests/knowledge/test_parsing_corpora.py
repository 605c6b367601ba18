"""Parsing of the real statutes, where a mirror folder has them (environment variable LAWLINE_MIRROR)."""

import os
import re
import tarfile
import time
from collections import Counter
from pathlib import Path

import pytest

from knowledge.statutes import numerals
from knowledge.statutes.model import Article, Rank
from knowledge.statutes.parsing import CORPORA, excluded, read_corpus, report
from knowledge.statutes.parsing.report import faults
from knowledge.statutes.reference import parse
from knowledge.statutes.sheet import Sheet

MIRROR = os.environ.get("LAWLINE_MIRROR")

pytestmark = pytest.mark.skipif(not MIRROR, reason="LAWLINE_MIRROR is not set: no statutes to parse")

_WORDS = re.compile("[\u4e00-\u9fff、]{2,40}")

ARTICLES = {  # law in just-laws -> articles with those of 第N条之M
    "中华人民共和国民法典": 1260,
    "中华人民共和国公司法": 266,
    "中华人民共和国治安管理处罚法": 144,
    "中华人民共和国法律援助法": 71,
    "中华人民共和国人民调解法": 35,
    "中华人民共和国社区矫正法": 63,
    "中华人民共和国仲裁法": 96,
    "中华人民共和国海商法": 310,
    "中华人民共和国生态环境法典": 1242,
    "中华人民共和国监狱法": 121,
    "中华人民共和国民事诉讼法": 306,
    "中华人民共和国刑事诉讼法": 308,
    "中华人民共和国刑法": 505,
    "中华人民共和国劳动合同法": 98,
    "中华人民共和国网络安全法": 81,
    "中华人民共和国宪法": 143,
}


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Corpus -> folder, unpacked from the mirror's archives."""
    found = {}
    for corpus in CORPORA:
        (archive,) = Path(str(MIRROR)).glob(f"*-{corpus}-*.tar.xz")
        into = tmp_path_factory.mktemp(corpus)
        with tarfile.open(archive) as packed:
            packed.extractall(into, filter="data")
        (found[corpus],) = into.iterdir()
    return found


@pytest.fixture(scope="module")
def sheets(roots: dict[str, Path]) -> list[Sheet]:
    """All sheets of both corpora."""
    return [sheet for corpus, root in roots.items() for sheet in read_corpus(root, corpus)]


def _sheet(sheets: list[Sheet], title: str, corpus: str = "just-laws") -> Sheet:
    return next(sheet for sheet in sheets if sheet.title == title and sheet.corpus == corpus)


def _article(sheet: Sheet, number: int, insert: int = 0) -> Article:
    return next(a for a in sheet.articles if (a.number.number, a.number.insert) == (number, insert))


@pytest.mark.timeout(600)
def test_the_sources_parse_completely(sheets: list[Sheet]) -> None:
    shown = report(sheets)
    assert shown.wordings >= 3_770
    assert shown.articles >= 174_000
    assert shown.complete >= 0.995, shown.failures


def test_the_files_that_do_not_parse_are_those_listed_with_their_reasons(sheets: list[Sheet]) -> None:
    failures = report(sheets).failures
    assert {failure.path for failure in failures} == set(faults())
    assert all(failure.reason for failure in failures)


@pytest.mark.parametrize("title", ARTICLES)
def test_laws_have_the_articles_that_were_counted(sheets: list[Sheet], title: str) -> None:
    sheet = _sheet(sheets, title)
    assert len(sheet.articles) == ARTICLES[title]
    assert not sheet.problems


def test_paragraphs_and_items_are_addressable(sheets: list[Sheet]) -> None:
    article = _article(_sheet(sheets, "中华人民共和国民法典"), 1079)
    assert [len(paragraph.items) for paragraph in article.paragraphs] == [0, 0, 5, 0, 0]
    assert article.paragraphs[2].items[1].text.startswith("（二）实施家庭暴力")
    assert [division.title for division in article.divisions] == ["第五编 婚姻家庭", "第四章 离婚"]
    insert = _article(_sheet(sheets, "中华人民共和国刑法"), 133, 1)
    assert [len(paragraph.items) for paragraph in insert.paragraphs] == [4, 0, 0]


def test_no_article_ends_with_the_heading_of_the_next_chapter(sheets: list[Sheet]) -> None:
    """法律责任, 四、土地征收补偿…的处理: a line of words alone, after a finished sentence."""
    ends = {
        (sheet.title, article.number.number): article.text.split("\n")[-2:]
        for sheet in sheets
        for article in sheet.articles[:-1]
        if "\n" in article.text
    }
    assert [p for p, (before, last) in ends.items() if before.endswith("。") and _WORDS.fullmatch(last)] == []


def test_a_heading_whose_mark_the_source_lost_stands_above_the_articles_below_it(sheets: list[Sheet]) -> None:
    contracting = _sheet(sheets, "最高人民法院关于审理涉及农村土地承包纠纷案件适用法律问题的解释", "china-law-db")
    assert _article(contracting, 19).text.endswith("的依据。")
    assert [division.title[:8] for division in _article(contracting, 20).divisions] == ["四、土地征收补偿"]
    minors = _sheet(sheets, "未成年人网络保护条例", "china-law-db")
    assert [division.title for division in _article(minors, 50).divisions] == ["法律责任"]
    assert [division.title for division in _article(minors, 59).divisions] == ["附则"]


def test_a_law_of_several_files_is_one_sheet(sheets: list[Sheet]) -> None:
    for corpus in CORPORA:
        numbers = [a.number.number for a in _sheet(sheets, "中华人民共和国民法典", corpus).articles]
        assert numbers == list(range(1, 1261))


def test_versions_are_dated_by_their_table(sheets: list[Sheet]) -> None:
    dated = [(str(s.dated), str(s.starts)) for s in sheets if s.title == "中华人民共和国商标法" and s.starts]
    assert dated == [("2019-04-23", "2019-11-01"), ("2026-06-26", "2027-01-01")]


def test_every_rank_and_region_is_there(sheets: list[Sheet]) -> None:
    assert {sheet.rank for sheet in sheets} == set(Rank)
    local = [sheet for sheet in sheets if sheet.rank is Rank.LOCAL]
    assert len(local) == 1_911
    assert {sheet.region[:2] for sheet in local} == {"11", "31", "33", "37", "41", "44", "50"}
    assert all(sheet.region == "000000" for sheet in sheets if sheet.rank is not Rank.LOCAL)


def test_every_title_is_a_reference(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        ref = parse(sheet.title)
        assert (parse(str(ref)), ref.article) == (ref, 0)


def test_no_file_is_left_out_silently(roots: dict[str, Path], sheets: list[Sheet]) -> None:
    for corpus, root in roots.items():
        files = {str(p.relative_to(root)) for p in root.rglob("*.md")} - {path for path, _ in excluded(root, corpus)}
        read = {sheet.path for sheet in sheets if sheet.corpus == corpus}
        parts = {str(Path(path).parent) for path in read} | read
        assert [path for path in files - read if str(Path(path).parent) not in parts] == []


_HAN = re.compile("[\u4e00-\u9fff]")


def _said(sheet: Sheet) -> Counter[str]:
    """Every Chinese character that a sheet holds."""
    divisions = dict.fromkeys(division for article in sheet.articles for division in article.divisions)
    texts = [sheet.title, sheet.preamble, *sheet.closing, *(division.title for division in divisions)]
    texts += [annex.title + annex.text for annex in sheet.annexes]
    texts += ["年月日" + revision.event for revision in sheet.history]
    for article in sheet.articles:
        number, insert = numerals.write(article.number.number), numerals.write(article.number.insert or 1)
        texts.append(f"第{number}条之{insert}{article.caption}{article.text}")
    return Counter(_HAN.findall("".join(texts)))


def test_no_text_of_a_source_is_lost(roots: dict[str, Path], sheets: list[Sheet]) -> None:
    """Of all characters in the files of one text, no more is missing than titles and headings said twice."""
    total = lost = 0
    for sheet in sheets:
        path = roots[sheet.corpus] / sheet.path
        if path.is_file() and (sheet.corpus == "china-law-db" or len(list(path.parent.glob("*.md"))) == 1):
            source = Counter(_HAN.findall(re.sub(r"<style>.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)))
            total += source.total()
            lost += (source - _said(sheet)).total()
    assert total > 15_000_000
    assert lost / total < 0.0005


@pytest.mark.timeout(600)
def test_parsing_takes_no_longer_than_a_minute(roots: dict[str, Path]) -> None:
    """On one core's processor time; other work on the machine does not count."""
    start = time.process_time()
    for corpus, root in roots.items():
        for _ in read_corpus(root, corpus):
            pass
    assert time.process_time() - start < 60
