from pathlib import Path

import ir_measures
import pytest

from eval.errors import BadSet
from eval.judged import read_grades
from eval.trec import read_run, write_qrels, write_run


def test_a_run_reads_back_in_trec_tools(tmp_path: Path) -> None:
    assert write_run(tmp_path / "run", {"q1": ["民法典第一条", "立法法第三条#2"], "q2": []}) == 0
    rows = ir_measures.read_trec_run(str(tmp_path / "run"))  # type: ignore[no-untyped-call]
    read = [(one.query_id, one.doc_id, one.score) for one in rows]
    assert read == [("q1", "民法典第一条", 2.0), ("q1", "立法法第三条#2", 1.0)]


def test_ids_with_spaces_stay_whole_between_tabs_and_are_counted(tmp_path: Path) -> None:
    assert write_run(tmp_path / "run", {"q": ["a b", "c"]}) == 1
    assert (tmp_path / "run").read_text("utf-8").splitlines()[0].split("\t")[2] == "a b"


@pytest.mark.parametrize("id_", ["a\tb", "a\nb"])
def test_an_id_that_breaks_the_form_is_refused(tmp_path: Path, id_: str) -> None:
    with pytest.raises(BadSet, match="no tab or line break"):
        write_run(tmp_path / "run", {"q": [id_]})


def test_a_run_that_is_written_reads_back(tmp_path: Path) -> None:
    found = {"q1": ["灯笼条例 第三条", "立法法第三条#2"], "q2": ["a"]}
    write_run(tmp_path / "run", found)
    assert read_run(tmp_path / "run") == found


ORDERS = [
    ("q Q0 a 1 0.1 x\nq Q0 b 2 0.9 x\n", ["b", "a"]),
    ("q Q0 a 2 0.5 x\nq Q0 b 1 0.5 x\n", ["b", "a"]),
    ("q\tQ0\ta b\t1\t-1e3\tx\nq  Q0   c 2 -2000 x\n", ["a b", "c"]),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_a_run_of_anybodys_is_ordered_by_score_then_by_rank(tmp_path: Path, text: str, expected: list[str]) -> None:
    (tmp_path / "run").write_text(text, "utf-8")
    assert read_run(tmp_path / "run") == {"q": expected}


BROKEN = [
    ("", "no lines"),
    ("q Q0 a 1 0.1\n", "run:1: .*6 columns between tabs or spaces"),
    ("q Q0 a 1 high x\n", "run:1: score 'high'"),
    ("q Q0 a 1 nan x\n", "run:1: score 'nan' .*finite"),
    ("q Q0 a first 1 x\n", "run:1: rank 'first'"),
    ("q Q0 a 1 2 x\nq Q0 a 2 1 x\n", "run:2: question 'q' has 'a' again"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_run_is_refused_with_line_and_rule(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "run").write_text(text, "utf-8")
    with pytest.raises(BadSet, match=message):
        read_run(tmp_path / "run")


def test_gold_that_is_written_reads_back_here_and_in_trec_tools(tmp_path: Path) -> None:
    grades = {"q1": {"民法典第一条": 2, "c": 0}, "q2": {"灯笼条例 第三条": 1}}
    assert write_qrels(tmp_path / "qrels", grades) == 1
    assert read_grades(tmp_path / "qrels") == grades
    write_qrels(tmp_path / "plain", {"q1": grades["q1"]})
    read = ir_measures.read_trec_qrels(str(tmp_path / "plain"))  # type: ignore[no-untyped-call]
    assert [(one.query_id, one.doc_id, one.relevance) for one in read] == [("q1", "民法典第一条", 2), ("q1", "c", 0)]
