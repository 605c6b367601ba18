"""Values of facts in the words in which a person can check them and a paper states them."""

from datetime import date
from decimal import Decimal

from assistant.calculators.amounts import percent, plain, yuan
from assistant.calculators.days import span_words
from assistant.facts.model import Fact, Kind, Span, Value
from assistant.phrases import day_words
from assistant.understanding.regions import region_name


def stated(fact: Fact, value: Value) -> str:
    """2021年3月1日, 6500元, 30%, 3年6个月, the label of a choice, 是 or 否, a text as it was given."""
    match value:
        case bool():
            return "是" if value else "否"
        case Decimal():
            return _number(fact, value)
        case date():
            return day_words(value)
        case Span():
            return span_words(value)
        case str():
            return _text(fact, value)


def _number(fact: Fact, value: Decimal) -> str:
    match fact.kind:
        case Kind.MONEY:
            return yuan(value)
        case Kind.SHARE:
            return percent(value)
    return f"{plain(value)}{fact.unit}"


def _text(fact: Fact, value: str) -> str:
    if fact.kind is Kind.CHOICE:
        return next((choice.label for choice in fact.choices if choice.id == value), value)
    return region_name(value) if fact.kind is Kind.REGION else value
