"""The day that a question speaks of: 2021年3月1日, 2020年底, 去年5月, 去年腊月, 上个月, 三年前, 上礼拜五.

Only a day in the past that the question treats as finished sets the law that applies; where the matter still goes on
(还不还, 至今, 一直), today's law is asked and the day is only mentioned. A day that only tells of a life (出生, 结婚,
入职) sets nothing either, unless the law of that time is asked (当时, 那年).
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.understanding.entities.dates import day_before
from assistant.understanding.entities.model import Bound, Day, Entity, EntityKind, Precision
from assistant.understanding.entities.reader import dates_of

_GOES_ON = re.compile(
    r"现在|至今|一直|目前|如今|还没|还不|还欠|仍|到现在|到今天|不给|没给|不发|没发|不退|没退|拖着|拖欠|怎么还|今天|昨天|最近"
    r"|想(?:要)?(?:离婚|起诉|要回|讨回|告|辞职|解除|退)|打算|准备"
)
_ASKS_THEN = re.compile(r"当时|那时|那会|那年|的时候")
# what a day says of a life rather than of the matter: 2001年出生, 2010年结的婚, 2015年进的公司
_BIOGRAPHY = re.compile(
    r"[^，。；？！]{0,6}?(?:出生|生人|结婚|结的婚|领证|领的证|认识|恋爱|入职|进厂|进的?公司|参加工作|毕业|退休|落户)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A span of days that a text names: [first, last]; `end` is the place after the words in the text."""

    first: date
    last: date
    words: str
    end: int = 0


def spoken_days(text: str, today: date) -> list[Spoken]:
    """Every day or span of days that the text names, in order of time."""
    return sorted(
        (_spoken(entity, entity.value) for entity in dates_of(text, today) if _is_told(entity, today)),
        key=lambda spoken: spoken.last,
    )


def day_of_law(text: str, today: date) -> tuple[date, bool]:
    """The day whose law is asked, and whether the text itself set it.

    A finished span in the past counts by its last day; where only the year is known, that is 31 December.
    """
    then = _ASKS_THEN.search(text) is not None
    spans = [span for span in spoken_days(text, today) if then or not _BIOGRAPHY.match(text, span.end)]
    if not spans:
        return today, False
    latest = spans[-1]
    if latest.last >= today or (_GOES_ON.search(text) and not then):
        return today, False
    return latest.last, True


def vague_day(text: str, today: date) -> date | None:
    """The last day of a span (a year, a month) that sets the law, where the text gives no day itself."""
    day, said = day_of_law(text, today)
    spans = [spoken for spoken in spoken_days(text, today) if spoken.last == day]
    return day if said and spans and all(spoken.first != spoken.last for spoken in spans) else None


def future_days(text: str, today: date) -> list[Spoken]:
    """Days after today that the text names."""
    return [spoken for spoken in spoken_days(text, today) if spoken.first > today]


def _is_told(entity: Entity, today: date) -> bool:
    """今年 alone tells nothing, and neither does 五一后 of when it was; 今年三月 does."""
    day = entity.value
    if not isinstance(day, Day) or entity.kind is not EntityKind.DATE or day.bound is Bound.AFTER:
        return False
    return not (day.precision is Precision.YEAR and day.first.year == today.year)


def _spoken(entity: Entity, day: object) -> Spoken:
    if not isinstance(day, Day):
        raise TypeError(f"{entity.text!r} is no day (rule: dates_of gives days)")
    return Spoken(min(day.first, day_before(day)), day_before(day), entity.text, entity.end)
