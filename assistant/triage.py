"""The last stage: does a person take over, which desk, how soon, and why."""

from assistant.interviews.advice import advise
from assistant.interviews.shelf import find
from assistant.model import Answer, Evidence, Handoff, Origin, Question, Urgency
from assistant.steps import Move
from assistant.understanding.signals import signals

_ORDER = {Urgency.NOW: 0, Urgency.SOON: 1, Urgency.ROUTINE: 2}


def triage(question: Question, answer: Answer, evidence: Evidence) -> Handoff:
    """The hand-off: a signal decides first, then an answer that could not be given.

    A signal of no desk (a greeting, a wish for help with wrongdoing) needs nobody.
    """
    spoken = (signals()[key] for key in question.signals)
    heard = sorted((signal for signal in spoken if signal.desk != "none"), key=lambda signal: _ORDER[signal.urgency])
    if heard:
        first = heard[0]
        lines = tuple(dict.fromkeys(line for signal in heard for line in signal.lines))
        return Handoff(True, first.desk, first.urgency, "；".join(signal.reason for signal in heard), lines)
    if question.signals:
        return Handoff()
    if question.finished:
        return _after_interview(question)
    if question.heard and question.heard.move is not Move.ASIDE:
        return Handoff()
    if evidence.asked and not any(finding.citable for finding in evidence.asked):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "问到的条文没有收录或者已经没有效力", ("12348",))
    if not evidence.asked and not _says_something(answer):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "没有找到能回答的法律规定", ("12348",))
    if evidence.gaps:
        return Handoff(True, "lawyer", Urgency.ROUTINE, "涉及还没有收录的规定，请值班律师核对", ("12348",))
    return Handoff()


def _after_interview(question: Question) -> Handoff:
    """The desk that the interview's outcome names."""
    running = question.running
    interview = find(running.interview) if running else None
    advice = advise(interview, running, question.today) if interview and running else None
    if advice is None or advice.handover is None:
        return Handoff()
    found = advice.handover
    return Handoff(True, found.desk, Urgency(found.urgency), found.reason, found.lines)


def _says_something(answer: Answer) -> bool:
    """Whether more was shown than fixed sentences and a language model's greetings."""
    return any(s.origin in (Origin.STATUTE, Origin.GUIDE) or s.cites for s in answer.shown)
