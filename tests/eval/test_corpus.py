from pathlib import Path

import pytest

from eval.corpus import CorpusSearch, index_corpus, read_corpus
from eval.errors import BadSet
from knowledge.bootstrap import Engines
from tests.eval.made_up import PASSAGES, write_set


@pytest.mark.parametrize("packed", [False, True])
def test_ids_and_texts_are_read_byte_for_byte(tmp_path: Path, packed: bool) -> None:
    corpus, _, _ = write_set(tmp_path, packed)
    assert {passage.id: passage.text for passage in read_corpus(corpus)} == PASSAGES


def test_ids_are_understood_as_articles_where_they_are_such(tmp_path: Path) -> None:
    corpus, _, _ = write_set(tmp_path)
    refs = [str(passage.ref) if passage.ref else "" for passage in read_corpus(corpus)]
    assert refs == ["风筝法第一条", "风筝法第二条", "风筝法第二条", "灯笼条例第三条", ""]


BROKEN = [
    ("{", "corpus.jsonl:1: .* is not JSON"),
    ('{"id": "a"}', r"corpus.jsonl:1: .*\(rule: an object"),
    ('{"id": "", "text": "x"}', "id not empty"),
    ('{"id": 1, "text": "x"}', "rule: an object"),
    ('{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}', "corpus.jsonl:2: passage 'a' again"),
    ("", "no passages"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_corpus_is_refused_with_line_and_rule(tmp_path: Path, text: str, message: str) -> None:
    (file := tmp_path / "corpus.jsonl").write_text(text + "\n" if text else "", "utf-8")
    with pytest.raises(BadSet, match=message):
        read_corpus(file)


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    corpus, _, _ = write_set(tmp_path, packed=True)
    corpus.write_bytes(corpus.read_bytes()[:-20])
    with pytest.raises(BadSet, match=r"whole \.xz file"):
        read_corpus(corpus)


@pytest.fixture(scope="module", params=[True, False])
def search(request: pytest.FixtureRequest, shipped: Engines, tmp_path_factory: pytest.TempPathFactory) -> CorpusSearch:
    folder = tmp_path_factory.mktemp("corpus")
    corpus, _, _ = write_set(folder)
    encoder = shipped.encoder if request.param else None
    return index_corpus(read_corpus(corpus), shipped.words, encoder, folder / "index", lambda done, total: None)


ASKED = [
    ("风筝挂在树上怎么取下来", "《风筝法》第2条"),
    ("灯笼夜里要不要点亮", "灯笼条例 第三条"),
    ("船撞桥了", "doc-7"),
    ("风筝法第一条说了什么取下屋顶消防员", "风筝法第一条"),
]


@pytest.mark.parametrize(("question", "first"), ASKED)
def test_the_best_passage_comes_first_under_its_own_id(search: CorpusSearch, question: str, first: str) -> None:
    assert search(question)[0] == first


def test_every_wording_of_an_article_asked_for_comes_first(search: CorpusSearch) -> None:
    found = search("《风筝法》第二条")
    assert found[:2] == ["《风筝法》第2条", "风筝法第二条#2"]
    assert len(found) == len(set(found))


def test_nothing_is_found_for_what_no_passage_says(search: CorpusSearch) -> None:
    assert search("!!!") == []


def test_confidence_is_that_of_the_question_whatever_was_searched_before(search: CorpusSearch) -> None:
    search("风筝挂在树上怎么取下来")
    sure = search.confidence("风筝挂在树上怎么取下来")
    search("船撞桥了")
    assert search.confidence("风筝挂在树上怎么取下来") == sure
    assert 0 <= search.confidence("!!!") < sure <= 1
    assert search.confidence("《风筝法》第二条") == 1.0
