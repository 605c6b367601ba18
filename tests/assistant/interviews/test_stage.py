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
    assert all(not v.passed for v in line.verify(question, Draft(lies), Evidence()))  # type: ignore[arg-type]


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
    offers = line.reply(Turn("劳动合同法第三十条")).answer.offers
    assert not [offer for offer in offers if offer.kind == "interview"]  # who asks for an article gets the article


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
