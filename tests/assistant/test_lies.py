"""A generator that lies on purpose gets nothing through, and an honest one is heard; judged apart from the verifier."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from assistant.bootstrap import wire
from assistant.model import Conversation, Draft, Evidence, Question, Turn, Verdict
from assistant.pipeline import Assistant
from assistant.retrieval import Retrieval
from assistant.understanding.understand import Understanding
from knowledge import Holdings
from knowledge.bootstrap import classifier
from tests.assistant import made_up, telling
from tests.assistant.honest import honest_answer
from tests.assistant.lies import KINDS, Case, case_of
from tests.assistant.telling import Stand, breach, kept, unresolved

QUESTIONS = ("邻居的篱笆挡路怎么办", "不留路也不用赔吧", "篱笆能不能拆？", "在别人地里打井违法吗", "拆篱笆的钱谁出")
REAL_QUESTIONS = (
    "老板拖欠工资怎么办",
    "离婚孩子归谁",
    "借钱不还没有借条怎么办",
    "租房押金不退怎么办",
    "交通事故对方全责怎么赔",
    "不签劳动合同也不用赔吧",
)


def stand(holdings: Holdings, text: str, today: date) -> Stand:
    question = Understanding(holdings.find_refs, lambda: today, classifier())(Conversation("c", turn=Turn(text)))
    return Stand(holdings, question, Retrieval(holdings)(question))


def case(at: Stand, seed: int) -> Case:
    return case_of(at.question, at.evidence, at.holdings, Random(seed))


@pytest.mark.parametrize("kind", KINDS)
def test_no_lie_of_any_kind_is_shown(kind: str, small: Holdings) -> None:
    told = 0
    for number, text in enumerate(QUESTIONS):
        at = stand(small, text, made_up.TODAY)
        for seed in range(8):
            teller = case(at, 100 * number + seed)
            lie = KINDS[kind](teller)
            if lie is None:
                continue
            heard = at.tell(lie.text, lie.retrieved)
            assert heard.asked
            assert breach(lie, heard) == (), lie.text
            assert unresolved(heard, teller) == ()
            told += 1
    assert told, f"the made-up country has no room for {kind}"


def test_four_hundred_lies_over_the_real_statutes_show_nothing_and_every_citation_resolves(real: Holdings) -> None:
    today, kinds, told = date(2026, 11, 24), list(KINDS), 0
    stands = [stand(real, text, today) for text in REAL_QUESTIONS]
    for number in range(460):
        at = stands[number % len(stands)]
        teller = case(at, number)
        lie = KINDS[kinds[number % len(kinds)]](teller)
        if lie is None:
            continue
        heard = at.tell(lie.text, lie.retrieved)
        assert breach(lie, heard) == (), lie.text
        assert unresolved(heard, teller) == ()
        told += heard.asked
    assert told >= 400


@pytest.mark.parametrize("country", ["small", "real"])
def test_at_most_one_honest_sentence_in_twenty_is_dropped(country: str, request: pytest.FixtureRequest) -> None:
    holdings: Holdings = request.getfixturevalue(country)
    questions, today = (QUESTIONS, made_up.TODAY) if country == "small" else (REAL_QUESTIONS, date(2026, 11, 24))
    told, dropped = Counter[str](), list[str]()
    for number, text in enumerate(questions * (120 // len(questions))):
        at = stand(holdings, text, today)
        sentences = honest_answer(case(at, number))
        heard = at.tell("\n".join(sentence for _, sentence in sentences))
        told.update(sort for sort, _ in sentences)
        dropped += [sentence for _, sentence in sentences if not kept(sentence, heard)]
    assert set(told) == {"words", "quotation", "guide"}
    assert len(dropped) <= 0.05 * told.total(), dropped


def test_the_judge_sees_the_lies_when_nothing_is_verified(small: Holdings, monkeypatch: pytest.MonkeyPatch) -> None:
    def wave_through(question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
        yield from (Verdict(sentence) for sentence in draft.sentences)

    def unproved(*parts: object, **more: object) -> Assistant:
        line = wire(*parts, **more)  # type: ignore[arg-type]
        monkeypatch.setattr("assistant.pipeline.prove", lambda verify: None)
        return replace(line, verify=wave_through)

    monkeypatch.setattr(telling, "wire", unproved)
    at = stand(small, QUESTIONS[0], made_up.TODAY)
    for kind in ("quoting.negation", "citing.future_wording", "claiming.promise", "hiding.in_the_citation"):
        lie = KINDS[kind](case(at, 1))
        assert lie is not None
        assert breach(lie, at.tell(lie.text, lie.retrieved)), kind


def test_lies_come_in_more_than_sixteen_kinds() -> None:
    assert len(KINDS) >= 16
