"""Facts that a turn tells: those whose words are heard in it, and the one that was asked for."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assistant.facts.model import Kind, Value
from assistant.interviews.commands import commands
from assistant.interviews.model import Ask, Interview
from assistant.interviews.reader import Reader
from assistant.steps import Running

_CLAUSE = re.compile(r"[，,。；;！!？?\n]+")
_BLANK = "　"
_PLAIN = {Kind.CHOICE, Kind.DATE, Kind.MONEY}
"""Kinds whose answers say by themselves what they answer."""


def told_in(
    interview: Interview, running: Running, text: str, today: date, read: Reader, again: bool = False
) -> dict[str, Value]:
    """The facts that the text tells, by id, the one asked for among them.

    Facts told before are heard again only where `again` is set: words like 月薪 also turn up beside.
    """
    stated = _stated(text)
    told, rest = _by_cues(interview, running, stated, today, read, again)
    asked = running.asked
    if asked and asked not in told and (value := _answer(interview.ask(asked), rest, today, read)) is not None:
        told[asked] = value
    return told


def told_late(interview: Interview, running: Running, text: str, today: date, read: Reader) -> dict[str, Value]:
    """What a text tells that answers another question: one skipped before, or a choice by exactly its words."""
    for fact in reversed(running.trail):
        ask = interview.ask(fact)
        if fact in running.skipped and ask.fact.kind in _PLAIN and (value := read(ask.fact, text, today)) is not None:
            return {fact: value}
    plain = text.strip("，,。；;！! ")
    chosen: dict[str, Value] = {
        ask.fact.id: choice.id
        for ask in interview.asks
        for choice in ask.fact.choices
        if ask.fact.id not in running.facts and plain in (choice.label, *choice.said)
    }
    return chosen if len(chosen) == 1 else {}


def _by_cues(
    interview: Interview, running: Running, text: str, today: date, read: Reader, again: bool
) -> tuple[dict[str, Value], str]:
    """The facts whose words are heard, and the text without them."""
    told: dict[str, Value] = {}
    rest = text
    for ask in interview.asks:
        if ask.fact.id in running.facts and not again:
            continue
        for match, value in _heard(ask, text, today, read):
            told[ask.fact.id] = value
            rest = rest[: match.start()] + _BLANK * len(match[0]) + rest[match.end() :]
            break
    return told, rest


def _heard(ask: Ask, text: str, today: date, read: Reader) -> Iterator[tuple[re.Match[str], Value]]:
    for cue in ask.cues:
        if match := cue.pattern.search(text):
            value = cue.value if cue.value is not None else read(ask.fact, match["value"], today)
            if value is not None:
                yield match, value


def _answer(ask: Ask, text: str, today: date, read: Reader) -> Value | None:
    """The answer to the question asked: of the whole text, else of the one clause that gives one."""
    plain = text.replace(_BLANK, "").strip("，,。；;！! ")
    if not plain:
        return None
    if (value := read(ask.fact, plain, today)) is not None:
        return value
    if ask.fact.kind in (Kind.MONEY, Kind.NUMBER) and not ask.fact.least and commands().is_nothing(plain):
        return Decimal(0)
    values = [read(ask.fact, clause, today) for clause in _CLAUSE.split(plain) if clause.strip()]
    found = {value for value in values if value is not None}
    return found.pop() if len(found) == 1 else None


def _stated(text: str) -> str:
    """The text without its questions: 我一个月八千，能拿多少 tells a wage; only its first half is read."""
    if not commands().is_question(text):
        return text
    parts = re.split(r"(?<=[，,。；;！!？?\n])", text)
    return "".join(part for part in parts if not commands().is_question(part.rstrip("，,。；;！!\n")))
