"""The shapes of the stages. Stages never import each other; only `pipeline.py` sees them all."""

from collections.abc import Callable, Iterator
from typing import Protocol

from assistant.model import Answer, Conversation, Draft, Evidence, Handoff, Question, Reply, Turn, Verdict

Understand = Callable[[Conversation], Question]
Retrieve = Callable[[Question], Evidence]
Compose = Callable[[Question, Evidence], Draft]
Verify = Callable[[Question, Draft, Evidence], Iterator[Verdict]]
"""Looks at the draft's sentences one by one and yields a verdict for each, as soon as it is there."""
Triage = Callable[[Question, Answer, Evidence], Handoff]
Relate = Callable[[Question, Answer, Handoff], tuple[str, ...]]
"""Questions that one may ask next."""


class Interviewing(Protocol):
    """The interviews that run inside a conversation."""

    def opened(self, turn: Turn) -> Turn:
        """The turn with words where it only starts an interview. BadTurn where there is none of this id."""

    def __call__(self, conversation: Conversation, question: Question) -> Question:
        """The question with the interview after it; untouched where none runs and none is started."""


class Conversations(Protocol):
    """The memory of conversations. Both raise StoreUnavailable when the store cannot do it."""

    def load(self, conversation: str | None, turn: Turn) -> Conversation:
        """What was said before under this id, with the turn heard; a new conversation where there is none."""

    def save(self, reply: Reply) -> None:
        """Keep the turn and its reply; when this returns, a crash loses neither."""
