"""The last stage: does a person take over, which desk, how soon, and why."""

from assistant.model import Answer, Evidence, Handoff, Origin, Question, Urgency
from assistant.understanding.signals import signals

_ORDER = {Urgency.NOW: 0, Urgency.SOON: 1, Urgency.ROUTINE: 2}


def triage(question: Question, answer: Answer, evidence: Evidence) -> Handoff:
    """The hand-off: a signal decides first, then an answer that could not be given, then the card's own desk."""
    heard = sorted((signals()[key] for key in question.signals), key=lambda signal: _ORDER[signal.urgency])
    if heard:
        first = heard[0]
        lines = tuple(dict.fromkeys(line for signal in heard for line in signal.lines))
        return Handoff(True, first.desk, first.urgency, "；".join(signal.reason for signal in heard), lines)
    if not evidence.asked and not _says_something(answer):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "没有找到能回答的法律规定", ("12348",))
    if evidence.gaps:
        return Handoff(True, "lawyer", Urgency.ROUTINE, "涉及还没有收录的规定，请值班律师核对", ("12348",))
    return Handoff()


def _says_something(answer: Answer) -> bool:
    """Whether more was shown than fixed sentences and a language model's greetings."""
    return any(s.origin in (Origin.STATUTE, Origin.GUIDE) or s.cites for s in answer.shown)
