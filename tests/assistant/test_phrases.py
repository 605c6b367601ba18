"""The phrase book and the notice under an answer."""

import re

import pytest

from assistant.model import Answer, Role, Verdict
from assistant.notices import AI_LABEL, degraded_by, notice_of
from assistant.phrases import phrase, phrase_ids, say
from knowledge import Holdings
from tests.assistant.test_verification import Desk


def test_a_phrase_is_filled_with_its_values_and_no_others() -> None:
    assert say("law_stands", Role.CONCLUSION, day="2026-03-01").text == "您问的条文在2026-03-01有效，原文如下。"
    with pytest.raises(KeyError):
        say("law_stands", Role.CONCLUSION)
    with pytest.raises(KeyError):
        phrase("no_such_phrase")


@pytest.mark.parametrize("key", phrase_ids())
def test_no_fixed_sentence_states_a_rule_a_sum_or_a_deadline(key: str) -> None:
    class Blank(dict[str, str]):
        def __missing__(self, name: str) -> str:
            return "某"

    from assistant import phrases

    text = phrases._book()[key].format_map(Blank())
    assert not re.search(r"应当|必须|不得|有权|赔偿|\d+(?:年|月|日|元|倍|天)", text)


def test_every_answer_is_labelled_as_made_by_a_machine(small: Holdings) -> None:
    desk = Desk(small)
    assert notice_of(desk.question, Answer(()), desk.evidence).endswith(AI_LABEL)


def test_fixed_sentences_that_tell_of_a_failure_mark_the_answer_as_degraded_once() -> None:
    failed = say("generator", Role.NOTE)
    assert degraded_by((failed, failed, say("not_known", Role.CONCLUSION))) == ("generator",)


def test_the_notice_tells_how_many_sentences_were_held_back_and_what_is_degraded(small: Holdings) -> None:
    desk = Desk(small)
    refused = Verdict(say("not_known", Role.CONCLUSION), rule="phrase.unknown")
    notice = notice_of(desk.question, Answer((refused, refused), degraded=("generator", "store")), desk.evidence)
    assert "有2句没有通过核对" in notice
    assert notice.count("降级：") == 2
