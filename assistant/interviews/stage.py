"""The stage beside understanding: a turn of a running interview is taken in before the line goes on."""

from dataclasses import dataclass, replace
from datetime import date

from assistant.errors import BadTurn
from assistant.interviews import engine
from assistant.interviews.model import Interview
from assistant.interviews.path import next_step, still_fits, understood
from assistant.interviews.reader import Reader
from assistant.interviews.shelf import find, interviews, started_by
from assistant.model import Conversation, Question, Turn, Urgency
from assistant.steps import Heard, Move, Running
from assistant.understanding.signals import signals

_ENDS = {Move.TOLD, Move.CHANGED, Move.SKIPPED, Move.RESUMED, Move.BEGUN}


@dataclass(frozen=True, slots=True)
class Interviewing:
    """The stage. `read` gives the value that free words tell for a fact."""

    read: Reader

    def __post_init__(self) -> None:
        """Load every interview: a file that is broken fails at the start, not in somebody's turn. BadRules."""
        interviews()

    def opened(self, turn: Turn) -> Turn:
        """The turn with words where it only starts an interview. BadTurn where there is none of this id."""
        if turn.start is None:
            return turn
        interview = find(turn.start)
        if interview is None:
            raise BadTurn("start", f"{turn.start!r}：没有这个问答向导")
        return turn if turn.question.strip() else replace(turn, question=interview.title)

    def __call__(self, conversation: Conversation, question: Question) -> Question:
        """The question with the interview after it; untouched where none runs and none is started.

        Danger is heard first: the interview then waits as it was.
        """
        running = conversation.running
        if _in_danger(question):
            return replace(question, running=running)
        turn = conversation.turn
        interview = find(turn.start) if turn and turn.start else started_by(question.plain)
        if interview:
            return self._begun(interview, conversation, question)
        interview = find(running.interview) if running else None
        if running is None or interview is None:
            return question
        return self._heard(interview, still_fits(interview, running), conversation, question)

    def _begun(self, interview: Interview, conversation: Conversation, question: Question) -> Question:
        """A new interview; what was told by the question before it, and by this one, need not be asked."""
        today = question.today
        running = engine.begin(interview, today)
        before = conversation.last.question if conversation.last else ""
        said = "" if started_by(question.plain) else question.plain  # words that start one tell no fact
        running = engine.overhear(interview, running, f"{before}。{said}", today, self.read)
        told = understood(interview, running, today)
        return _of_interview(interview, running, Heard(Move.BEGUN, told), question)

    def _heard(
        self, interview: Interview, running: Running, conversation: Conversation, question: Question
    ) -> Question:
        today = question.today
        if _asks_for_more_than_an_answer(question):
            return _beside(interview, running, Heard(Move.ASIDE), question)
        running, heard = engine.take_in(interview, running, question.plain, today, self.read)
        if heard.move is Move.ASIDE:
            return _beside(interview, running, heard, question)
        if heard.move is Move.UNREAD and question.signals:
            return _beside(interview, running, Heard(Move.ASIDE), question)
        heard = replace(heard, after_a_break=_long_ago(conversation, today))
        return _of_interview(interview, running, heard, question)


def _of_interview(interview: Interview, running: Running, heard: Heard, question: Question) -> Question:
    """The turn as one of the interview: today's law answers, and courtesies in it are no greeting."""
    step = None if running.over else next_step(interview, running, question.today)
    return replace(
        question,
        day=question.today,
        matter=interview.matter,
        signals=tuple(key for key in question.signals if signals()[key].needs_person),
        problems=(),
        running=running,
        heard=heard,
        step=step,
        finished=step is None and heard.move in _ENDS,
    )


def _beside(interview: Interview, running: Running, heard: Heard, question: Question) -> Question:
    """A question of its own: the ordinary line answers it, and the interview's question comes after."""
    step = None if running.over else next_step(interview, running, question.today)
    return replace(question, running=running, heard=heard, step=step)


def _in_danger(question: Question) -> bool:
    return any(signals()[key].leaves and signals()[key].urgency is Urgency.NOW for key in question.signals)


def _asks_for_more_than_an_answer(question: Question) -> bool:
    """Whether the text only asks for a person, or for help with wrongdoing; a greeting may be an answer."""
    return any(key != "greeting" and signals()[key].is_all_of(question.plain) for key in question.signals)


def _long_ago(conversation: Conversation, today: date) -> bool:
    """Whether the last exchange lies a day or more back."""
    return conversation.last is not None and (today - conversation.last.asked_at.date()).days >= 1
