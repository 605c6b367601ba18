"""Every dialogue of this folder, turn by turn, through the public API over the real statutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant import Assistant, Reply, Turn
from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.bootstrap import wire
from assistant.model import Role
from knowledge import Holdings
from migrations.store import migrate
from tests.assistant.conftest import real
from tests.scenarios.dialogue import Dialogue, TurnRow, dialogues

__all__ = ["real"]

BEGINNING = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@dataclass(slots=True)
class Clock:
    """A clock that only the dialogue moves on."""

    now: datetime = BEGINNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def assistant(real: Holdings, tmp_path: Path, clock: Clock) -> Iterator[Assistant]:
    engine = open_engine(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(engine)
    yield wire(real, SqlConversations(engine), clock=clock)
    engine.dispose()


@pytest.mark.parametrize("dialogue", dialogues(), ids=lambda dialogue: dialogue.id)
def test_a_dialogue_goes_as_it_is_written(dialogue: Dialogue, assistant: Assistant, clock: Clock) -> None:
    conversation: str | None = None
    for number, turn in enumerate(dialogue.turns, 1):
        clock.now += timedelta(days=turn.later, minutes=1)
        reply = assistant.reply(Turn(turn.say, conversation, start=turn.start))
        conversation = reply.conversation
        assert not faults(turn, reply), f"{dialogue.id}, turn {number} ({turn.say or turn.start}):\n{reply.text}"


def faults(turn: TurnRow, reply: Reply) -> list[str]:
    """What did not come back as written."""
    return [*_of_step(turn, reply), *_of_words(turn, reply), *_of_verification(reply)]


def _of_step(turn: TurnRow, reply: Reply) -> Iterator[str]:
    heard, step = reply.question.heard, reply.step
    if turn.hears and (heard is None or heard.move is not turn.hears):
        yield f"hears {heard.move if heard else 'nothing'}, not {turn.hears}"
    asked = step.id if step else "none"
    if turn.asks and asked != turn.asks:
        yield f"asks {asked}, not {turn.asks}"
    told = {one.id: one.said for one in (*(step.understood if step else ()), *(heard.told if heard else ()))}
    for fact, words in turn.understood.items():
        if told.get(fact) != words:
            yield f"understood {fact} as {told.get(fact)}, not {words}"


def _of_words(turn: TurnRow, reply: Reply) -> Iterator[str]:
    yield from (f"does not say {words}" for words in turn.says if words not in reply.text)
    yield from (f"says {words}" for words in turn.never if words in reply.text)
    cited = {str(ref) for sentence in reply.answer.shown for ref in sentence.cites}
    yield from (f"does not cite {ref}" for ref in turn.cites if not any(one.startswith(ref) for one in cited))
    offers = {f"{offer.kind}:{offer.id}" for offer in reply.answer.offers}
    yield from (f"does not offer {offer}" for offer in turn.offers if offer not in offers)
    desk = reply.handoff.desk if reply.handoff.needed else "none"
    if turn.desk and desk != turn.desk:
        yield f"hands over to {desk}, not {turn.desk}"


def _of_verification(reply: Reply) -> Iterator[str]:
    """Curated statements of an outcome all pass verification, and every turn answers."""
    if reply.question.finished:
        yield from (f"{v.rule}: {v.sentence.text}" for v in reply.answer.verdicts if not v.passed)
    if not reply.answer.lines(Role.CONCLUSION) and not reply.answer.lines(Role.SUM):
        yield "says nothing"
