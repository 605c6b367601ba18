"""What is heard before anything else."""

import re
from pathlib import Path

import pytest

from assistant.model import Urgency
from assistant.understanding.signals import heard_in, signals

_ROWS = (Path(__file__).parent / "data" / "utterances.tsv").read_text("utf-8").splitlines()
UTTERANCES = [tuple(row.split("\t")) for row in _ROWS if not row.startswith("#")]


@pytest.mark.parametrize(("signal", "text"), [row for row in UTTERANCES if row[0]])
def test_a_call_for_help_is_heard(signal: str, text: str) -> None:
    assert signal in [heard.id for heard in heard_in(text)]


@pytest.mark.parametrize("text", [row[1] for row in UTTERANCES if not row[0]])
def test_a_question_of_law_is_no_call_for_help(text: str) -> None:
    assert [heard.id for heard in heard_in(text)] == []


def test_what_takes_one_match_back_leaves_the_others() -> None:
    assert [s.id for s in heard_in("老公自杀算工伤吗，我也不想活了")] == ["self_harm"]


def test_only_danger_leaves_the_line_and_it_is_urgent() -> None:
    leaving = [signal for signal in signals().values() if signal.leaves]
    assert {signal.id for signal in leaving} == {"self_harm", "violence_now", "child_danger"}
    assert {signal.urgency for signal in leaving} == {Urgency.NOW}


@pytest.mark.parametrize("key", signals())
def test_every_line_that_a_signal_gives_is_said_in_its_words(key: str) -> None:
    signal = signals()[key]
    assert signal.say
    assert signal.reason
    said = set(re.findall(r"\d{3,}", signal.say))
    assert said <= {*signal.lines, "12348"}
