"""The last stage: does a person take over, which desk, how soon, and why."""

from assistant.interviews.advice import advice_of
from assistant.model import URGENT_FIRST, Answer, Evidence, Handoff, Origin, Question, Role, Urgency
from assistant.steps import Move
from assistant.understanding.signals import signals

_ADVICE = (Role.CONCLUSION, Role.SUM, Role.DEADLINE)


def triage(question: Question, answer: Answer, evidence: Evidence) -> Handoff:
    """The hand-off: a signal decides first, then an answer that could not be given.

    A signal of no desk (a greeting, a wish for help with wrongdoing) needs nobody.
    """
    spoken = (signals()[key] for key in question.signals)
    heard = sorted(
        (signal for signal in spoken if signal.desk != "none"), key=lambda signal: URGENT_FIRST[signal.urgency]
    )
    if heard:
        first = heard[0]
        lines = tuple(dict.fromkeys(line for signal in heard for line in signal.lines))
        return Handoff(True, first.desk, first.urgency, "；".join(signal.reason for signal in heard), lines)
    if question.signals:
        return Handoff()
    if question.finished:
        return _after_interview(question, answer)
    if question.heard and question.heard.move is not Move.ASIDE:
        return Handoff()
    if evidence.asked and not any(finding.citable for finding in evidence.asked):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "问到的条文没有收录或者已经没有效力", ("12348",))
    if not evidence.asked and not _says_something(answer):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "没有找到能回答的法律规定", ("12348",))
    if evidence.gaps:
        return Handoff(True, "lawyer", Urgency.ROUTINE, "涉及还没有收录的规定，请值班律师核对", ("12348",))
    return Handoff()


def _after_interview(question: Question, answer: Answer) -> Handoff:
    """The desk that the interview's outcome names; a lawyer where nothing of the outcome could be shown."""
    advice = advice_of(question)
    if advice and advice.handover:
        found = advice.handover
        return Handoff(True, found.desk, found.urgency, found.reason, found.lines)
    advised = (s for s in answer.shown if s.origin in (Origin.INTERVIEW, Origin.CALCULATOR))
    if not any(s.role in _ADVICE for s in advised):
        return Handoff(True, "lawyer", Urgency.ROUTINE, "按您说的情况，没有能给出的结论", ("12348",))
    return Handoff()


def _says_something(answer: Answer) -> bool:
    """Whether more was shown than fixed sentences and a language model's greetings."""
    return any(s.origin in (Origin.STATUTE, Origin.GUIDE) or s.cites for s in answer.shown)
