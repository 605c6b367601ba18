"""The engine of guided interviews: pure functions over a running one."""

from dataclasses import replace
from datetime import date

from assistant.errors import BadFact
from assistant.facts.model import Kind, Value
from assistant.interviews.commands import Command, commands
from assistant.interviews.correcting import corrected
from assistant.interviews.model import Interview
from assistant.interviews.path import in_words, next_step, put, put_off, take_back
from assistant.interviews.reader import Reader
from assistant.interviews.telling import told_in, told_late
from assistant.steps import Heard, Move, Running

_QUESTION = 6
"""Characters from which a question is one of its own; 能拿多少 only waits for the outcome."""


def begin(interview: Interview, today: date) -> Running:
    """The interview before its first question."""
    return asking(interview, Running(interview.id), today)


def asking(interview: Interview, running: Running, today: date) -> Running:
    """The interview with the next fact asked; over where nothing is left to ask."""
    step = next_step(interview, running, today)
    return replace(running, asked=step.id if step else "", over=step is None)


def take_in(interview: Interview, running: Running, text: str, today: date, read: Reader) -> tuple[Running, Heard]:
    """The interview after a turn, and how the turn was heard."""
    command = commands().command(text)
    if running.over and command not in (Command.RESUME, Command.RESTART):
        return _after_the_end(interview, running, text, today, read)
    if command:
        return _commanded(interview, running, command, today)
    facts, anew = corrected(interview, running, text, today, read)
    if anew:
        return take_back(running, anew), Heard(Move.BACK)
    if facts:
        return _told(interview, running, facts, text, today)
    if _says_none(interview, running, text):
        return _commanded(interview, running, Command.SKIP, today)
    facts = told_in(interview, running, text, today, read) or told_late(interview, running, text, today, read)
    return _told(interview, running, facts, text, today)


def _says_none(interview: Interview, running: Running, text: str) -> bool:
    """Whether the answer is that no day, rate or span was ever fixed; no sum is a sum of nothing."""
    if not running.asked or not commands().is_nothing(text):
        return False
    fact = interview.ask(running.asked).fact
    return fact.kind in (Kind.DATE, Kind.SHARE, Kind.SPAN) or (fact.kind is Kind.NUMBER and bool(fact.least))


def overhear(interview: Interview, running: Running, text: str, today: date, read: Reader) -> Running:
    """The interview with the facts that earlier words tell by their cues; what breaks a rule is left to be asked."""
    unasked = replace(running, asked="")
    for fact, value in told_in(interview, unasked, text, today, read).items():
        try:
            unasked = put(interview, unasked, fact, value, today)
        except BadFact:
            continue
    return asking(interview, unasked, today)


def _after_the_end(
    interview: Interview, running: Running, text: str, today: date, read: Reader
) -> tuple[Running, Heard]:
    """After the outcome corrections are heard, and what was left open; everything else is a question of its own."""
    facts, anew = corrected(interview, running, text, today, read)
    if anew and not _wants_change(text):
        return running, Heard(Move.ASIDE)
    if anew:
        return take_back(running, anew), Heard(Move.BACK)
    if not facts and not commands().is_question(text):
        facts = told_late(interview, running, text, today, read)
    if not facts:
        return running, Heard(Move.ASIDE)
    return _told(interview, running, facts, text, today)


def _wants_change(text: str) -> bool:
    """Whether the text asks to tell something anew: 改：月工资; 说错了 in the midst of a new story does not."""
    plain = commands().without_courtesies(text)
    return commands().command(text) is Command.BACK or plain.startswith("改")


def _told(
    interview: Interview, running: Running, facts: dict[str, Value], text: str, today: date
) -> tuple[Running, Heard]:
    before = running
    try:
        for fact, value in facts.items():
            running = put(interview, running, fact, value, today)
    except BadFact as error:
        return before, Heard(Move.REFUSED, rule=error.rule)
    words = tuple(in_words(interview, fact, value) for fact, value in facts.items())
    after = asking(interview, running, today)
    if commands().is_question(text) and (not facts or (_asks_much(text) and not after.over)):
        return after, Heard(Move.ASIDE, words)
    if not facts:
        return running, Heard(Move.UNREAD)
    return after, Heard(Move.CHANGED if before.facts.keys() & facts.keys() else Move.TOLD, words)


def _asks_much(text: str) -> bool:
    """Whether the text holds a question that stands by itself, beside what it tells."""
    last = text.rstrip("？?。！! ").replace("。", "，").replace("；", "，").split("，")[-1]
    return commands().is_question(last) and len(last) >= _QUESTION


def _commanded(interview: Interview, running: Running, command: Command, today: date) -> tuple[Running, Heard]:
    match command:
        case Command.WHY:
            return running, Heard(Move.WHY)
        case Command.SKIP:
            if not running.asked or interview.ask(running.asked).fact.required:
                return running, Heard(Move.NEEDED)
            return asking(interview, put_off(running, running.asked), today), Heard(Move.SKIPPED)
        case Command.BACK:
            if not running.trail:
                return running, Heard(Move.BACK)
            return take_back(running, running.trail[-1]), Heard(Move.BACK)
        case Command.RESTART:
            return begin(interview, today), Heard(Move.BEGUN)
        case Command.STOP:
            return replace(running, over=True), Heard(Move.STOPPED)
        case Command.RESUME:
            return asking(interview, running, today), Heard(Move.RESUMED)
        case Command.ENOUGH:
            return replace(running, asked="", over=True), Heard(Move.TOLD)
