"""The facts of a written consultation opinion (法律咨询意见书), taken from a reply; nothing is added."""

from collections.abc import Iterable
from datetime import date

from assistant.facts.model import Facts, Value
from assistant.model import Citation, Reply, Role, Sentence
from assistant.phrases import day_words

OPINION = "consultation-opinion"
"""The id of the document."""


def opinion_facts(reply: Reply) -> Facts:
    """What the reply says, by the ids of the document's facts; `facts_told` and `asker` are the person's own.

    Citations stand with the quoted words and their interval of force.
    """
    answer = reply.answer
    facts: dict[str, Value] = {
        "asked_on": reply.question.today,
        "question": reply.question.text,
        "conclusion": _joined(answer.lines(Role.CONCLUSION)),
        "citations": "\n".join(_citation(one) for one in answer.citations),
        "sums": _joined(answer.lines(Role.SUM)),
        "steps": _joined(answer.lines(Role.STEP), numbered=True),
        "deadlines": _joined(answer.lines(Role.DEADLINE), numbered=True),
        "evidence_told": _joined(answer.lines(Role.EVIDENCE), numbered=True),
        "offices": "；".join(one.text for one in answer.lines(Role.WHERE)),
    }
    return {fact: value for fact, value in facts.items() if value != ""}


def _joined(sentences: Iterable[Sentence], numbered: bool = False) -> str:
    texts = [sentence.text for sentence in sentences]
    return "\n".join(f"{number}．{text}" for number, text in enumerate(texts, 1)) if numbered else "\n".join(texts)


def _citation(citation: Citation) -> str:
    quote = citation.quote.replace("\n", "").replace("｜", "，").replace("|", "，")
    return f"{citation.ref}｜{quote}｜{_interval(citation.start, citation.end)}"


def _interval(start: date | None, end: date | None) -> str:
    """Half-open, as everywhere: the day of the end is the first on which it no longer holds."""
    since = f"自{day_words(start)}起" if start else "开始日期不明"
    return f"{since}，至{day_words(end)}前" if end else f"{since}有效"
