"""Fixed sentences: a phrase of the book passes only with values that the question and its evidence give it."""

from collections.abc import Iterable

from assistant.interviews.shelf import find
from assistant.interviews.words import told_words
from assistant.model import Evidence, Question, Sentence
from assistant.phrases import day_words, phrase, phrase_ids
from assistant.understanding.signals import signals
from knowledge import hotlines

Values = dict[str, str]


def is_said_rightly(sentence: Sentence, question: Question, evidence: Evidence) -> bool:
    """Whether the sentence is the phrase that it says it is, filled with nothing but what may fill it."""
    if sentence.source not in phrase_ids():
        return False
    return any(
        sentence.text == phrase(sentence.source, **values) for values in _fillings(sentence.source, question, evidence)
    )


def _fillings(key: str, question: Question, evidence: Evidence) -> Iterable[Values]:
    match key:
        case "law_stands":
            return [{"day": day_words(question.day)}]
        case "understood_as":
            return [{"title": guide.title} for guide in evidence.guides[:1]]
        case "hotline":
            numbers = [number for guide in evidence.guides[:1] for number in guide.hotlines]
            return [{"number": number, "name": hotlines()[number]} for number in numbers if number in hotlines()]
        case "which_card":
            return [{"titles": "；".join(guide.title for guide in evidence.guides)}]
        case "law_then":
            laws = [guide.refs[0].law for guide in evidence.guides[:1] if guide.refs]
            return [{"day": day_words(question.day), "law": law} for law in laws]
        case "gap_first":
            return [{"title": "》《".join(gap.title for gap in evidence.gaps)}]
        case "gap":
            return [{"note": gap.note} for gap in evidence.gaps]
        case "finding":
            return [{"note": finding.note} for finding in evidence.asked if finding.note]
        case "problem":
            return [{"note": problem} for problem in question.problems]
        case "signal":
            return [{"note": signals()[signal].say} for signal in question.signals]
        case "quotation":
            return []
        case _ if key.startswith("interview_"):
            return _of_interview(key, question)
        case _:
            return [{}]


def _of_interview(key: str, question: Question) -> Iterable[Values]:
    """The values of the running interview; none where none took this turn in."""
    heard, running = question.heard, question.running
    interview = find(running.interview) if running else None
    if heard is None or running is None or interview is None:
        return []
    match key:
        case "interview_begun" | "interview_resumed":
            return [{"title": interview.title}]
        case "interview_told" | "interview_changed":
            return [{"facts": told_words(heard)}]
        case "interview_refused":
            return [{"rule": heard.rule}]
        case "interview_why":
            asked = question.step.id if question.step else ""
            return [{"why": ask.fact.why} for ask in interview.asks if ask.fact.id == asked]
        case _:
            return [{}]
