"""The one-year loan prime rate of a day: from the table as far as it is known, else as the person tells it."""

from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import percent
from assistant.calculators.model import Line
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts
from assistant.phrases import day_words


def one_year(day: date, facts: Facts, asked: Fact) -> tuple[Decimal, Line] | None:
    """(the yearly rate, its line) last published on or before the day; None where `asked` has to be asked for.

    What the person tells goes before the table: it is for that day that they looked it up.
    """
    if asked.id in facts:
        rate = told.number(facts, asked.id)
        return rate, Line("一年期LPR", f"{day_words(day)}：{percent(rate)}", None, source="您提供的数字")
    rule = rulebook("lpr").on("one_year", day)
    if rule is None:
        return None
    said = f"{day_words(day)}：{percent(rule.number)}（{day_words(rule.start)}公布）"
    return rule.number, Line("一年期LPR", said, None, rule.cites, rule.source)
