"""Boxes and blanks: how a paper asks for what it is not told."""

from assistant.facts.model import Fact, Kind, Value


def boxes(fact: Fact, value: Value | None) -> str:
    """Every answer with its box: ☑是 □否."""
    answers = {True: "是", False: "否"} if fact.kind is Kind.FLAG else {one.id: one.label for one in fact.choices}
    return "　".join(f"{'☑' if told is value or told == value else '□'}{label}" for told, label in answers.items())


def width(fact: Fact) -> int:
    """How many characters a blank for the fact leaves."""
    match fact.kind:
        case Kind.MONEY | Kind.DATE | Kind.SPAN:
            return 8
        case Kind.NUMBER | Kind.SHARE | Kind.FLAG:
            return 5
        case _:
            return 9
