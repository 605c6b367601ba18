"""The reader: every entity of a text, the longest words first, none over another."""

from datetime import date

from assistant.understanding.entities.counts import read_counts
from assistant.understanding.entities.dates import read_dates
from assistant.understanding.entities.found import Found, longest
from assistant.understanding.entities.model import Entity, EntityKind
from assistant.understanding.entities.money import read_money
from assistant.understanding.entities.named import read_named, without_fixed
from assistant.understanding.entities.near_days import read_near_days
from assistant.understanding.entities.pay import read_pay
from assistant.understanding.entities.places import read_places
from assistant.understanding.entities.rates import read_rates
from assistant.understanding.entities.spans import read_spans
from assistant.understanding.entities.text import same_places


def entities(text: str, today: date) -> tuple[Entity, ...]:
    """What the text says of sums, pay, days, spans, shares, counts, places, people and papers, in its order.

    Days are reckoned from `today`, a civil date in Shanghai. Where readings lie over one another the longest stands.
    """
    plain = without_fixed(same_places(text))
    return _standing(
        text,
        [
            *read_dates(plain, today),
            *read_near_days(plain, today),
            *read_pay(plain),
            *read_money(plain),
            *read_rates(plain),
            *read_spans(plain),
            *read_counts(plain),
            *read_places(plain),
            *read_named(plain),
        ],
    )


def dates_of(text: str, today: date) -> tuple[Entity, ...]:
    """The days alone, for whoever needs no more; what is pay or a span is kept apart from them as in `entities`."""
    plain = without_fixed(same_places(text))
    found = [*read_dates(plain, today), *read_near_days(plain, today)]
    if not found:
        return ()
    return tuple(one for one in entities(text, today) if one.kind is EntityKind.DATE)


def _standing(text: str, found: list[Found]) -> tuple[Entity, ...]:
    return tuple(
        Entity(one.kind, one.start, one.end, text[one.start : one.end], one.value, one.about)
        for one in longest(found)
        if one.kind is not None and one.value is not None
    )
