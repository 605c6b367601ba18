from pathlib import Path

import pytest

from eval.errors import BadSet
from eval.judged import read_judged, read_questions
from tests.eval.made_up import GOLD, QUESTIONS, write_set


def test_questions_and_gold_are_read(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    judged = read_judged(queries, qrels)
    assert (judged.questions, judged.gold) == (QUESTIONS, GOLD)


def test_trec_qrels_grade_zero_and_foreign_questions_are_understood(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    qrels.write_text("q1\t0\ta b\t3\nq1\t0\tc\t0\nq99\t0\td\t1\n", "utf-8")
    assert read_judged(queries, qrels).gold == {"q1": {"a b": 3}}


def test_windows_line_ends_are_no_part_of_a_question(tmp_path: Path) -> None:
    (file := tmp_path / "q.tsv").write_bytes("1\t问\r\n".encode())
    assert read_questions(file) == {"1": "问"}


BROKEN = [
    (b"q1\tx\nq1\ty\n", b"q1\ta\t1\n", "q.tsv:2: question 'q1' again"),
    (b"q1 x\n", b"q1\ta\t1\n", "q.tsv:1: 'q1 x' (rule: 2 columns"),
    (b"q1\t\n", b"q1\ta\t1\n", "q.tsv:1"),
    (b"q1\t\xff\n", b"q1\ta\t1\n", "q.tsv:1: .*UTF-8"),
    (b"q1\tx\n", b"q1\ta\n", "r.tsv:1: .*3 or 4 columns"),
    (b"q1\tx\n", b"q1\ta\thigh\n", "r.tsv:1: grade 'high'"),
    (b"q1\tx\n", b"q2\ta\t1\n", "judges none of the 1 questions"),
]


@pytest.mark.parametrize(("queries", "qrels", "message"), BROKEN)
def test_a_broken_set_is_refused_with_line_and_rule(tmp_path: Path, queries: bytes, qrels: bytes, message: str) -> None:
    (tmp_path / "q.tsv").write_bytes(queries)
    (tmp_path / "r.tsv").write_bytes(qrels)
    with pytest.raises(BadSet, match=message.replace("(", r"\(")):
        read_judged(tmp_path / "q.tsv", tmp_path / "r.tsv")


def test_trec_qrels_between_spaces_are_understood(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    qrels.write_text("q1 0 a 3\nq2  0\t b 1\n".replace("\t", " "), "utf-8")
    assert read_judged(queries, qrels).gold == {"q1": {"a": 3}, "q2": {"b": 1}}


def test_questions_judged_without_gold_are_unanswerable(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    qrels.write_text("q1\ta\t1\nq2\tb\t0\nq99\tb\t0\n", "utf-8")
    assert read_judged(queries, qrels).unanswerable == {"q2"}


def test_without_questions_all_that_is_judged_is_asked(tmp_path: Path) -> None:
    _, _, qrels = write_set(tmp_path)
    judged = read_judged(None, qrels)
    assert (judged.questions, judged.gold) == ({"q1": "", "q2": "", "q3": ""}, GOLD)
    qrels.write_text("q1\ta\t0\n", "utf-8")
    with pytest.raises(BadSet, match="judges none of its own"):
        read_judged(None, qrels)


def test_a_spreadsheets_mark_is_no_part_of_the_first_id(tmp_path: Path) -> None:
    (file := tmp_path / "q.tsv").write_bytes("\ufeffq1\t问\n".encode())
    assert read_questions(file) == {"q1": "问"}


def test_a_passage_judged_in_two_ways_is_refused(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    qrels.write_text("q1\ta\t1\nq1\ta\t1\n", "utf-8")
    assert read_judged(queries, qrels).gold == {"q1": {"a": 1}}
    qrels.write_text("q1\ta\t1\nq1\ta\t0\n", "utf-8")
    with pytest.raises(BadSet, match=r"qrels.tsv:2: 'a' is judged otherwise"):
        read_judged(queries, qrels)
