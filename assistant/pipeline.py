"""The straight line: a turn goes in, a reply comes out, nothing loops back.

    conversation -> understand -> retrieve -> compose -> verify -> triage -> reply

An emergency leaves the line once, right after it is understood. A running interview is part of the conversation: what
it understood of the turn stands in the question, and its own words take the place of composition.
"""

import logging
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.composition.interviewed import interviewed
from assistant.composition.plain import plain_text
from assistant.emergency import emergency
from assistant.errors import StoreUnavailable
from assistant.model import (
    Answer,
    Conversation,
    Draft,
    Evidence,
    Handoff,
    Question,
    Reply,
    Role,
    Sentence,
    Turn,
    Verdict,
)
from assistant.notices import degraded_by, notice_of
from assistant.phrases import say
from assistant.proof import checked, prove
from assistant.stages import Compose, Conversations, Interviewing, Relate, Retrieve, Triage, Understand, Verify

log = logging.getLogger("lawline.store")

NOT_SAVED = "store"
"""Mark of an answer whose conversation could not be loaded or saved."""

NOTHING_LEFT = Draft((say("removed_all", Role.CONCLUSION),))
"""What is said where verification let nothing through."""


@dataclass(frozen=True, slots=True)
class Assistant:
    """The line, wired. `now` gives the moment in Asia/Shanghai."""

    conversations: Conversations
    understand: Understand
    interviewing: Interviewing
    retrieve: Retrieve
    compose: Compose
    verify: Verify
    triage: Triage
    relate: Relate
    now: Callable[[], datetime]

    def __post_init__(self) -> None:
        """Unverified where the line is wired with a verification that does not verify."""
        prove(self.verify)

    def reply(self, turn: Turn) -> Reply:
        """The whole reply to a turn."""
        *_, last = self.stream(turn)
        assert isinstance(last, Reply)
        return last

    def stream(self, turn: Turn) -> Iterator[Sentence | Reply]:
        """The verified sentences as they come, then the reply that holds them all."""
        conversation, marks = self._hear(self.interviewing.opened(turn))
        question = self.interviewing(conversation, self.understand(conversation))
        urgent = emergency(question)
        evidence = Evidence() if urgent else self.retrieve(question)
        draft = urgent or interviewed(question, evidence) or self.compose(question, evidence)
        verdicts: list[Verdict] = []
        for verdict in self._verdicts(question, draft, evidence):
            verdicts.append(verdict)
            if verdict.passed:
                yield verdict.sentence
        answer = Answer(tuple(verdicts), draft.missing, draft.offers, marks)
        answer = replace(answer, degraded=(*degraded_by(answer.shown), *marks))
        yield self._keep(conversation, question, answer, self.triage(question, answer, evidence), evidence)

    def _verdicts(self, question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
        """The verdicts on the draft; where they leave nothing that answers, on the sentences that say so."""
        answers = False
        for verdict in checked(self.verify, question, draft, evidence):
            answers |= verdict.answers
            yield verdict
        if not answers:
            yield from checked(self.verify, question, NOTHING_LEFT, evidence)

    def _hear(self, turn: Turn) -> tuple[Conversation, tuple[str, ...]]:
        """The conversation so far; a store that fails costs the memory, not the answer."""
        try:
            return self.conversations.load(turn.conversation, turn), ()
        except StoreUnavailable as error:
            _note(error)
            return Conversation(turn.conversation or uuid.uuid4().hex, turn=turn), (NOT_SAVED,)

    def _keep(
        self, conversation: Conversation, question: Question, answer: Answer, handoff: Handoff, evidence: Evidence
    ) -> Reply:
        """Make the reply and save it; an unsaved reply says that it is unsaved."""
        reply = self._reply(conversation, question, answer, handoff, evidence)
        if NOT_SAVED in answer.degraded:
            return reply
        try:
            self.conversations.save(reply)
        except StoreUnavailable as error:
            _note(error)
            unsaved = replace(answer, degraded=(*answer.degraded, NOT_SAVED))
            return self._reply(conversation, question, unsaved, handoff, evidence)
        return reply

    def _reply(
        self, conversation: Conversation, question: Question, answer: Answer, handoff: Handoff, evidence: Evidence
    ) -> Reply:
        notice = notice_of(question, answer, evidence)
        return Reply(
            answer_id=uuid.uuid4().hex,
            conversation=conversation.id,
            question=question,
            answer=answer,
            handoff=handoff,
            notice=notice,
            text=plain_text(answer, handoff, notice, question.step),
            made_at=self.now(),
            related=self.relate(question, answer, handoff),
        )


def _note(error: StoreUnavailable) -> None:
    """Log what kind of failure it was; its words might repeat what the person said."""
    log.error("the conversation store failed: %s", type(error.__cause__ or error).__name__)
