"""An interval of force in plain Chinese: 「自2021年1月1日起施行，现行有效」."""

from datetime import date, timedelta

from knowledge import Force, Status

STATES = {
    Status.IN_FORCE: "有效",
    Status.NOT_YET: "尚未施行",
    Status.ENDED: "已失效",
    Status.UNKNOWN: "是否有效不明",
}
"""What a status is called."""


def day_words(day: date) -> str:
    """2021年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def interval_words(force: Force, today: date) -> str:
    """The interval of force, and how it stands today."""
    return f"{_start(force)}，{_end(force, today)}"


def _start(force: Force) -> str:
    start = force.start
    if start.exact:
        return f"自{day_words(start.exact)}起施行"
    if start.earliest == date.min:
        return f"{day_words(start.latest)}前已经施行"
    return f"在{day_words(start.earliest)}到{day_words(start.latest)}之间开始施行"


def _end(force: Force, today: date) -> str:
    now = force.status(today)
    end = force.end
    if end is None:
        return {Status.IN_FORCE: "现行有效"}.get(now, STATES[now])
    if end.exact is None:
        return f"最迟到{day_words(_day_before(end.latest))}为止，{STATES[now]}"
    last = day_words(_day_before(end.exact))
    return f"现行有效，到{last}为止" if now is Status.IN_FORCE else f"到{last}为止，{STATES[now]}"


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
