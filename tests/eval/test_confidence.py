from pathlib import Path

import pytest

from eval.confidence import ANSWERED, Line, certainty, read_confidence, write_confidence
from eval.errors import BadSet
from eval.judged import Judged

JUDGED = Judged({"q1": "", "q2": "", "q3": "", "q4": ""}, {"q1": {"a": 1}, "q2": {"b": 1}}, frozenset({"q3"}))
FOUND = {"q1": ["a"], "q2": ["x", "b"], "q3": ["a"], "q4": ["a"]}
SURE = {"q1": 0.9, "q2": 0.6, "q3": 0.7, "q4": 1.0}


@pytest.mark.parametrize(("within", "wrong"), [(1, 2 / 3), (2, 1 / 3)])
def test_questions_without_an_answer_are_never_right_and_unjudged_ones_are_left_out(within: int, wrong: float) -> None:
    told = certainty(JUDGED, FOUND, SURE, Line(0.65, within))
    assert told.curve.most == pytest.approx(wrong)
    assert (told.questions, told.unanswerable) == (3, 1)
    assert told.json()["coverage"] == pytest.approx(2 / 3, abs=1e-4)
    assert told.json()["precision"] == 0.5


def test_a_line_above_all_answers_nothing() -> None:
    assert "answers nothing" in certainty(JUDGED, FOUND, SURE, Line(2.0)).text()
    assert "gold first" in certainty(JUDGED, FOUND, SURE, ANSWERED).text()


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    write_confidence(tmp_path / "c", SURE)
    assert read_confidence(tmp_path / "c", JUDGED) == SURE


BROKEN = [
    ("q1\t0.9\nq2\t0.6\n", "lacks question 'q3'"),
    ("q1\tsure\n", "c:1: confidence 'sure'"),
    ("q1\tnan\n", "c:1: confidence 'nan'"),
    ("q1\t1\nq1\t1\n", "c:2: question 'q1' again"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "c").write_text(text, "utf-8")
    with pytest.raises(BadSet, match=message):
        read_confidence(tmp_path / "c", JUDGED)
