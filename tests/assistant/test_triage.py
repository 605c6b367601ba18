"""Does a person take over, which desk, how soon."""

from dataclasses import replace

import pytest

from assistant.model import Answer, Evidence, Origin, Role, Sentence, Urgency, Verdict
from assistant.phrases import say
from assistant.triage import triage
from knowledge import Gap, Holdings
from tests.assistant.made_up import WELLS, ref
from tests.assistant.test_verification import Desk

LAW = Sentence("…", Role.LAW, Origin.STATUTE, (ref(WELLS, 1),))
HELLO = Sentence("您好。", Role.CONCLUSION, Origin.GENERATED)
GAP = Gap("篱笆法解释", "interpretation", "这里没有收录篱笆法的解释。", "made up", ("housing.neighbours",))


def answer(*sentences: Sentence, rule: str = "") -> Answer:
    return Answer(tuple(Verdict(sentence, rule=rule) for sentence in sentences))


@pytest.fixture
def desk(small: Holdings) -> Desk:
    return Desk(small)


def test_a_whole_answer_needs_nobody(desk: Desk) -> None:
    assert not triage(desk.question, answer(LAW), desk.evidence).needed


@pytest.mark.parametrize(
    "sentences", [(), (HELLO,), (say("not_known", Role.CONCLUSION),), (HELLO, say("not_known", Role.CONCLUSION))]
)
def test_an_answer_that_says_nothing_goes_to_a_lawyer(sentences: tuple[Sentence, ...], desk: Desk) -> None:
    handoff = triage(desk.question, answer(*sentences), desk.evidence)
    assert (handoff.needed, handoff.desk, handoff.lines) == (True, "lawyer", ("12348",))


def test_law_that_was_refused_counts_as_nothing_said(desk: Desk) -> None:
    assert triage(desk.question, answer(LAW, rule="quote.not_verbatim"), desk.evidence).needed


def test_missing_law_goes_to_a_lawyer(desk: Desk) -> None:
    assert triage(desk.question, answer(LAW), replace(desk.evidence, gaps=(GAP,))).desk == "lawyer"


def test_of_two_signals_the_more_urgent_decides_and_both_give_their_reason_and_numbers(desk: Desk) -> None:
    question = replace(desk.question, signals=("person", "fraud_now"))
    handoff = triage(question, answer(LAW), Evidence())
    assert (handoff.urgency, handoff.desk) == (Urgency.NOW, "lawyer")
    assert "；" in handoff.reason
    assert {"96110", "12348"} <= set(handoff.lines)
