"""An interview inside the line: what is shown passes verification, what was altered does not; the store keeps it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant import Assistant, BadTurn, Turn, reply_json
from assistant.adapters.kept_interview import interview_to_keep, kept_interview
from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.bootstrap import wire
from assistant.facts.model import Span
from assistant.model import Draft, Evidence, Origin, Role, Verdict
from assistant.steps import Running
from knowledge import Holdings
from migrations.store import migrate

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
SAID = ("公司", "19500", "6500", "没有", "2023年3月1日", "还在干", "聊天记录")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


@pytest.fixture
def line(real: Holdings, url: str) -> Iterator[Assistant]:
    engine = open_engine(url)
    migrate(engine)
    yield wire(real, SqlConversations(engine), clock=lambda: NOW)
    engine.dispose()


def finished(line: Assistant) -> tuple[Assistant, list[Verdict], object]:
    reply = line.reply(Turn("", start="unpaid-wages"))
    for text in SAID:
        reply = line.reply(Turn(text, reply.conversation))
    assert reply.question.finished
    return line, list(reply.answer.verdicts), reply.question


def test_an_outcome_is_shown_whole_with_its_law_and_its_sums(line: Assistant) -> None:
    _, verdicts, _ = finished(line)
    assert [(v.rule, v.sentence.text) for v in verdicts if not v.passed] == []
    origins = {verdict.sentence.origin for verdict in verdicts}
    assert {Origin.INTERVIEW, Origin.CALCULATOR, Origin.STATUTE} <= origins
    assert any(v.sentence.role is Role.SUM and "26000元" in v.sentence.text for v in verdicts)


def test_an_altered_statement_or_sum_is_not_shown(line: Assistant) -> None:
    _, verdicts, question = finished(line)
    curated = [v.sentence for v in verdicts if v.sentence.origin in (Origin.INTERVIEW, Origin.CALCULATOR)]
    altered = [
        *(replace(sentence, text=sentence.text.replace("元", "万元").replace("可以", "一定")) for sentence in curated),
        *(replace(sentence, source="divorce") for sentence in curated),
        *(replace(sentence, cites=sentence.cites[1:]) for sentence in curated if sentence.cites),
    ]
    lies = [sentence for sentence in altered if sentence not in curated]
    assert len(lies) > len(curated)
    rules = {v.rule for v in line.verify(question, Draft(lies), Evidence())}  # type: ignore[arg-type]
    assert rules == {"interview.not_its_outcome"}


def test_the_step_is_in_the_json_with_what_was_understood(line: Assistant) -> None:
    first = line.reply(Turn("", start="unpaid-wages"))
    step = reply_json(line.reply(Turn("公司", first.conversation)))["step"]
    assert step["id"] == "owed"
    assert step["understood"] == [{"id": "relation", "label": "跟谁干活", "said": "公司、工厂、店铺等单位"}]
    assert reply_json(first)["step"]["choices"][0]["id"] == "employer"


def test_an_interview_that_is_not_there_is_refused_by_name(line: Assistant) -> None:
    with pytest.raises(BadTurn, match="moon"):
        line.reply(Turn("", start="moon"))


def test_a_crash_between_two_turns_loses_nothing(real: Holdings, url: str, line: Assistant) -> None:
    first = line.reply(Turn("", start="unpaid-wages"))
    line.reply(Turn("公司，一个月6500", first.conversation))
    again = wire(real, SqlConversations(open_engine(url)), clock=lambda: NOW)
    step = again.reply(Turn("不知道", first.conversation)).step
    assert step is not None
    assert [one.said for one in step.understood] == ["公司、工厂、店铺等单位", "6500元"]


def test_an_answer_on_a_matter_offers_its_interview(line: Assistant) -> None:
    offers = line.reply(Turn("公司拖欠三个月工资怎么办")).answer.offers
    assert "unpaid-wages" in [offer.id for offer in offers if offer.kind == "interview"]


def test_who_asks_for_an_article_is_offered_no_interview(line: Assistant) -> None:
    offers = line.reply(Turn("劳动合同法第三十条")).answer.offers
    assert not [offer for offer in offers if offer.kind == "interview"]


def test_words_that_start_an_interview_tell_no_fact(line: Assistant) -> None:
    for words in ("帮我理一理被辞退的事", "没签合同问答", "一步步问清楚：没签劳动合同能要多少"):
        step = line.reply(Turn(words)).step
        assert step is not None, words
        assert step.understood == (), words


def test_who_gets_no_result_is_handed_over(line: Assistant) -> None:
    reply = line.reply(Turn("", start="calculator:severance"))
    for text in ("1999年3月1日", "2005年6月1日", "3000"):
        reply = line.reply(Turn(text, reply.conversation))
    while reply.step:
        reply = line.reply(Turn("不知道", reply.conversation))
    assert not reply.answer.lines(Role.SUM)
    assert (reply.handoff.needed, reply.handoff.desk) == (True, "lawyer")


def test_a_kept_interview_comes_back_as_it_was() -> None:
    running = Running(
        "x",
        {"a": Decimal("3.50"), "b": date(2020, 2, 29), "c": Span(1, 2, 3), "d": False, "e": "甲"},
        frozenset({"f"}),
        "g",
        ("a", "f"),
        True,
    )
    assert kept_interview(interview_to_keep(running)) == running
    assert kept_interview(interview_to_keep(None)) is None
