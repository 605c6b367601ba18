"""What is heard before anything else."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.emergency import emergency
from assistant.model import Question, Service, Urgency
from assistant.understanding.signals import heard_in, signals
from knowledge import NATION

_ROWS = (Path(__file__).parent / "data" / "utterances.tsv").read_text("utf-8").splitlines()
UTTERANCES = [tuple(row.split("\t")) for row in _ROWS if not row.startswith("#")]
ALONE = [(mark.removeprefix("alone:"), text) for mark, text in UTTERANCES if mark.startswith("alone:")]
DANGERS = {key for key, signal in signals().items() if signal.leaves}
TODAY = date(2026, 3, 2)


def asked(text: str) -> Question:
    """The text as a question that only its signals tell about."""
    bare = Question(text, text, TODAY, TODAY, NATION, Service.CONSULTATION, "")
    return replace(bare, signals=tuple(signal.id for signal in heard_in(text)))


def said(text: str) -> list[str]:
    """The sentences with which the text leaves the line; none where the line goes on."""
    draft = emergency(asked(text))
    return [sentence.text for sentence in draft.sentences] if draft else []


@pytest.mark.parametrize(("signal", "text"), [row for row in UTTERANCES if row[0] in signals()])
def test_a_call_for_help_is_heard(signal: str, text: str) -> None:
    assert signal in [heard.id for heard in heard_in(text)]


@pytest.mark.parametrize(("signal", "text"), [row for row in UTTERANCES if row[0] in DANGERS])
def test_danger_leaves_with_its_card(signal: str, text: str) -> None:
    assert signals()[signal].say in said(text)


@pytest.mark.parametrize(("signal", "text"), ALONE)
def test_a_text_that_asks_nothing_of_the_law_leaves_with_one_sentence(signal: str, text: str) -> None:
    assert said(text) == [signals()[signal].say]


@pytest.mark.parametrize("text", [row[1] for row in UTTERANCES if not row[0]])
def test_a_question_of_law_is_no_call_for_help(text: str) -> None:
    assert [heard.id for heard in heard_in(text)] == []


@pytest.mark.parametrize("text", [row[1] for row in UTTERANCES if row[0] in ("", "stays")])
def test_a_question_of_law_stays_in_the_line(text: str) -> None:
    assert said(text) == []


def test_every_row_of_the_table_is_used() -> None:
    assert {row[0] for row in UTTERANCES} <= {*signals(), "", "stays", *(f"alone:{key}" for key in signals())}


@pytest.mark.parametrize("text", ["公司欠我工资，我要投诉，转人工", "怎么立案，帮我转律师", "老板不发工资，我要人工"])
def test_a_wish_for_a_person_beside_a_matter_is_heard_and_answered(text: str) -> None:
    assert "person" in asked(text).signals
    assert said(text) == []


def test_danger_speaks_alone_beside_a_request() -> None:
    assert said("我不想活了，转人工") == [signals()["self_harm"].say]


@pytest.mark.parametrize("text", ["有人入室抢劫", "有人抢劫", "有人抢我的包"])
def test_a_robbery_takes_no_child(text: str) -> None:
    assert "child_danger" not in asked(text).signals


def test_the_card_offers_the_crisis_desk_and_the_rest_a_lawyer() -> None:
    for text, desk in [("我不想活了", "crisis"), ("转人工", "lawyer"), ("你好", "lawyer"), ("怎么找人顶包", "lawyer")]:
        draft = emergency(asked(text))
        assert draft is not None
        assert [offer.id for offer in draft.offers] == [desk]


def test_a_greeting_and_a_request_for_wrongdoing_need_no_person() -> None:
    assert {key for key, signal in signals().items() if not signal.needs_person} == {"greeting", "wrongdoing"}


@pytest.mark.parametrize(
    "text", ["您好" * 1000, "怎么" * 1000, "，" * 60, "我想怎么教我" * 10, "我要想" * 20, "人" * 2000]
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    heard_in(text)  # a pattern that backtracks without end would hang here


def test_what_takes_one_match_back_leaves_the_others() -> None:
    assert [s.id for s in heard_in("老公自杀算工伤吗，我也不想活了")] == ["self_harm"]


def test_only_danger_leaves_whatever_else_is_said_and_it_is_urgent() -> None:
    assert {"self_harm", "violence_now", "child_danger", "rescue", "first_aid"} == DANGERS
    assert {signals()[key].urgency for key in DANGERS} == {Urgency.NOW}


@pytest.mark.parametrize("key", signals())
def test_every_line_that_a_signal_gives_is_said_in_its_words(key: str) -> None:
    signal = signals()[key]
    assert signal.say
    assert signal.reason
    given = set(re.findall(r"\d{3,}", signal.say))
    assert given <= {*signal.lines, "12348"}
