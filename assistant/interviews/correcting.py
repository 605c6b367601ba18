"""Corrections: 不是3000，是5000; 刚才说错了，是2020年入职; 改：月工资."""

from datetime import date

from assistant.facts.model import Kind, Value
from assistant.interviews.model import Interview
from assistant.interviews.reader import Reader
from assistant.interviews.telling import told_in
from assistant.steps import Running
from assistant.understanding.correction import Correction, Way, correction

_LOOSE = {Kind.TEXT, Kind.FLAG}


def corrected(
    interview: Interview, running: Running, text: str, today: date, read: Reader
) -> tuple[dict[str, Value], str]:
    """The facts that the text corrects, and the fact that it wants to tell anew; both empty where it corrects none."""
    found = correction(text)
    if found is None:
        return {}, ""
    if found.wrong:
        for fact in reversed(running.trail):
            told = _replaced(interview, running, fact, found, today, read)
            if told is not None:
                return {fact: told}, ""
    if not running.trail or found.way is not Way.ADMITTED:
        return {}, ""
    return _said_wrong(interview, running, found.put_right, today, read)


def _replaced(
    interview: Interview, running: Running, fact: str, found: Correction, today: date, read: Reader
) -> Value | None:
    """The new value of a fact that was told as what is wrong."""
    asked = interview.ask(fact).fact
    if asked.kind in _LOOSE or fact not in running.facts or read(asked, found.wrong, today) != running.facts[fact]:
        return None
    return read(asked, found.right, today)


def _said_wrong(
    interview: Interview, running: Running, text: str, today: date, read: Reader
) -> tuple[dict[str, Value], str]:
    """The same, of the text without the words that say that something was wrong."""
    rest = text.strip("，,。：: 是")
    named = [ask.fact for ask in interview.asks if ask.fact.id in running.trail and ask.fact.label in rest]
    if named:
        fact = max(named, key=lambda fact: len(fact.label))
        value = read(fact, rest.replace(fact.label, "").strip("，,。：: 是"), today) if rest != fact.label else None
        return ({fact.id: value}, "") if value is not None else ({}, fact.id)
    unasked = Running(running.interview, running.facts)
    if told := told_in(interview, unasked, rest, today, read, again=True):
        return told, ""
    for id in reversed(running.trail):
        fact = interview.ask(id).fact
        if rest and fact.kind is not Kind.TEXT and (value := read(fact, rest, today)) is not None:
            return {id: value}, ""
    return {}, running.trail[-1]
