"""The straight line: a turn goes in, a reply comes out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.bootstrap import wire
from assistant.errors import BadTurn
from assistant.model import Draft, Evidence, Origin, Question, Reply, Role, Sentence, Turn, Urgency
from assistant.pipeline import Assistant
from assistant.wire import reply_json
from knowledge import Holdings
from tests.assistant import made_up
from tests.assistant.made_up import FENCES

ASKED = Turn("邻居的篱笆挡路怎么办")


def test_the_stream_gives_the_sentences_of_the_reply_in_order(line: Assistant) -> None:
    *sentences, reply = line.stream(ASKED)
    assert isinstance(reply, Reply)
    assert tuple(sentences) == reply.answer.shown
    assert reply.conversation == "c1"
    assert reply.made_at == made_up.NOW


def test_sentences_are_shown_while_the_draft_is_still_being_written(line: Assistant) -> None:
    written = list[str]()

    def compose(question: Question, evidence: Evidence) -> Draft:
        def sentences() -> Iterator[Sentence]:
            for text in ("您好。", "下面是相关规定。", "请看。"):
                written.append(text)
                yield Sentence(text, Role.CONCLUSION, Origin.GENERATED)

        return Draft(sentences())

    stream = replace(line, compose=compose).stream(ASKED)
    next(stream)
    assert written == ["您好。"]


def test_every_citation_resolves_again_and_says_how_long_it_holds(line: Assistant, small: Holdings) -> None:
    citations = line.reply(ASKED).answer.citations
    assert citations
    for cited in citations:
        found = small.library.resolve(cited.ref, made_up.TODAY)
        assert found.citable
        assert cited.quote == found.text
        assert cited.verified
        assert cited.start is not None


def test_a_draft_of_which_nothing_stands_is_answered_by_saying_so(line: Assistant) -> None:
    lie = Sentence("您一定能赢。", Role.CONCLUSION, Origin.GENERATED)
    hello = Sentence("您好。", Role.CONCLUSION, Origin.GENERATED)
    reply = replace(line, compose=lambda q, e: Draft((hello, lie))).reply(ASKED)
    assert [sentence.source for sentence in reply.answer.shown] == ["", "removed_all"]
    assert (reply.answer.removed, reply.handoff.needed) == (1, True)
    assert "有1句没有通过核对" in reply.notice


@pytest.mark.parametrize("call", ["load", "save"])
def test_a_store_that_fails_costs_the_memory_and_not_the_answer(call: str, small: Holdings) -> None:
    memory = made_up.Memory(frozenset({call}))
    reply = wire(small, memory, clock=lambda: made_up.NOW).reply(ASKED)
    assert reply.answer.shown
    assert reply.answer.degraded == ("store",)
    assert reply_json(reply)["degraded"] is True
    assert "没有保存" in reply.notice
    assert memory.replies == []
    assert reply.conversation


def test_what_was_saved_is_what_was_replied(small: Holdings) -> None:
    memory = made_up.Memory()
    reply = wire(small, memory, clock=lambda: made_up.NOW).reply(ASKED)
    assert memory.replies == [reply]


def test_danger_leaves_the_line_with_the_numbers_and_nothing_else(line: Assistant) -> None:
    reply = line.reply(Turn("我不想活了，邻居的篱笆挡路"))
    assert [sentence.source for sentence in reply.answer.shown] == ["signal"]
    assert reply.handoff.urgency is Urgency.NOW
    assert "120" in reply.handoff.lines
    assert reply.answer.citations == ()


def test_a_question_about_the_past_is_answered_by_the_law_of_that_day_with_a_note_of_the_change(
    line: Assistant,
) -> None:
    reply = line.reply(Turn("篱笆法第二条怎么规定", day=date(2015, 5, 1)))
    assert "一尺" in reply.text
    assert "二尺" not in reply.text
    assert f"今天的规定和当时不同：《{FENCES}》第二条" in reply.notice
    assert "2015年5月1日" in reply.notice


def test_an_article_that_does_not_exist_is_named_as_such(line: Assistant) -> None:
    assert "第九千条" in line.reply(Turn("篱笆法第九千条怎么说")).text


def test_an_empty_question_is_refused(line: Assistant) -> None:
    with pytest.raises(BadTurn):
        line.reply(Turn(" "))


def test_without_statutes_every_answer_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    from knowledge.adapters.empty_library import EmptyLibrary

    starter = made_up.holdings(EmptyLibrary(), refs=())
    reply = wire(starter, made_up.Memory(), clock=lambda: made_up.NOW).reply(ASKED)
    assert "starter" in reply.answer.degraded
    assert reply.answer.lines(Role.STEP)
    assert {cited.verified for cited in reply.answer.citations} == {False}


@pytest.mark.parametrize("call", ["load", "save"])
def test_a_store_that_fails_is_logged_once_by_its_class_alone(
    call: str, small: Holdings, caplog: pytest.LogCaptureFixture
) -> None:
    wire(small, made_up.Memory(frozenset({call})), clock=lambda: made_up.NOW).reply(ASKED)
    assert [(record.name, record.getMessage()) for record in caplog.records] == [
        ("lawline.store", "the conversation store failed: StoreUnavailable")
    ]
