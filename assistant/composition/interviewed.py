"""The draft of a turn that an interview took in: what was understood, or what the interview comes to."""

from collections.abc import Iterator

from assistant.calculators.registry import offered_for as calculators_for
from assistant.composition.quotation import QUOTED, quotation
from assistant.documents.shelf import documents
from assistant.interviews.advice import Advice, advice_of
from assistant.interviews.model import Interview
from assistant.interviews.shelf import find, interviews, offer_label, reckoning
from assistant.interviews.words import told_words
from assistant.model import Draft, Evidence, Offer, Question, Role, Sentence
from assistant.phrases import say
from assistant.steps import Move
from assistant.understanding.signals import signals

_SAID = {
    Move.SKIPPED: "interview_skipped",
    Move.NEEDED: "interview_needed",
    Move.UNREAD: "interview_unread",
    Move.BACK: "interview_back",
    Move.STOPPED: "interview_stopped",
}


def interviewed(question: Question, evidence: Evidence) -> Draft | None:
    """The draft of an interview's turn; None where the ordinary line answers."""
    heard, running = question.heard, question.running
    interview = find(running.interview) if running else None
    if heard is None or heard.move is Move.ASIDE or running is None or interview is None:
        return None
    notes = tuple(say("signal", Role.NOTE, note=signals()[key].say) for key in question.signals)
    if advice := advice_of(question):
        return _outcome(advice, evidence, notes)
    return Draft((*notes, *_heard(interview, question)), offers=() if question.step else (_PERSON,))


def _heard(interview: Interview, question: Question) -> Iterator[Sentence]:
    """What the interview says before its next question."""
    heard = question.heard
    if heard is None:
        return
    if heard.move is Move.RESUMED or heard.after_a_break:
        yield say("interview_resumed", Role.CONCLUSION, title=interview.title)
    match heard.move:
        case Move.BEGUN:
            yield say("interview_begun", Role.CONCLUSION, title=interview.title)
        case Move.REFUSED:
            yield say("interview_refused", Role.CONCLUSION, rule=heard.rule)
        case Move.WHY if question.step:
            yield say("interview_why", Role.CONCLUSION, why=question.step.why)
        case move if move in _SAID:
            yield say(_SAID[move], Role.CONCLUSION)
    if heard.told:
        key = "interview_changed" if heard.move is Move.CHANGED else "interview_told"
        yield say(key, Role.CONCLUSION, facts=told_words(heard))


def _outcome(advice: Advice, evidence: Evidence, notes: tuple[Sentence, ...]) -> Draft:
    said = advice.sentences if any(s.role in (Role.CONCLUSION, Role.SUM) for s in advice.sentences) else ()
    nothing = () if said else (say("interview_nothing", Role.CONCLUSION),)
    faults = tuple(say(fault, Role.NOTE) for fault in evidence.faults)
    sentences = (*notes, *faults, *nothing, *advice.sentences, *_quoted(advice, evidence))
    return Draft(sentences, advice.missing, tuple(_offers(advice)))


def _quoted(advice: Advice, evidence: Evidence) -> Iterator[Sentence]:
    """The words of the articles behind the conclusion, as far as they stand."""
    refs = [ref for said in advice.sentences if said.role is Role.CONCLUSION for ref in said.cites]
    findings = {finding.ref: finding for finding in evidence.support}
    standing = [findings[ref] for ref in dict.fromkeys(refs) if ref not in evidence.stale and findings[ref].citable]
    yield from (quotation(finding.ref, finding.text) for finding in standing[:QUOTED])


def _offers(advice: Advice) -> Iterator[Offer]:
    """What comes next: documents, calculators of the matter, interviews that follow, and always a person."""
    yield from (Offer("document", document, documents()[document].name) for document in advice.documents)
    yield from (Offer("interview", id, offer_label(interviews()[id])) for id in advice.next)
    run = {wanted.calculator for wanted in advice.interview.sums}
    for calculator in calculators_for(advice.interview.matter)[:3]:
        if calculator.id not in run:
            yield Offer("calculator", calculator.id, offer_label(reckoning(calculator)))
    yield Offer("person", advice.handover.desk, "找人来回答") if advice.handover else _PERSON


_PERSON = Offer("person", "lawyer", "找人来回答")
