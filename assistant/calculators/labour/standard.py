"""The standard of 劳动合同法第四十七条: years of service in halves, and a month's wage with its floor and cap."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import plain, yuan
from assistant.calculators.days import DAY, span_between, span_words
from assistant.calculators.model import Line, Wanting
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Facts
from assistant.phrases import day_words

_HALF_YEAR = 6  # months: from here a part of a year counts as a whole one
_CAP_CITE = "劳动合同法第四十七条第二款"
_WAGE_CITE = "劳动合同法第四十七条第三款"
_FLOOR_CITE = "劳动合同法实施条例第二十七条"


@dataclass(frozen=True, slots=True)
class Standard:
    """Years (in halves) and a month's wage in yuan, as they count; how they were found, and what stays open."""

    years: Decimal
    wage: Decimal
    lines: tuple[Line, ...]
    notes: tuple[str, ...]


def law_begins() -> date:
    """The first day of 劳动合同法."""
    return rulebook("labour").now("severance.month").start


def before_the_law(facts: Facts) -> Wanting | None:
    """Why an employment that ended before 劳动合同法 began is not reckoned; None for every other one."""
    if told.day(facts, "start") <= told.day(facts, "end") < law_begins():
        return Wanting((), "劳动合同法自2008年1月1日起施行，在这以前结束的劳动关系按当时的规定算，请咨询律师。")
    return None


def standard(facts: Facts, since: date, cites: tuple[str, ...]) -> Standard:
    """The standard for service from `since` (`cites` say why from then) to the fact `end`.

    BadFact where the end is before the start. The line of the years has the id `years`.
    """
    start, end = told.day(facts, "start"), told.day(facts, "end")
    if end < start:
        raise BadFact("end", end.isoformat(), f"「最后工作日」不能早于入职日期（{day_words(start)}）")
    wage, wage_lines, capped, notes = _wage(facts)
    years = _halves(since, end)
    cap = rulebook("labour").now("severance.cap_years").number
    said = _years_sum(since, end, years)
    if capped and years > cap:
        lines = [
            Line("工作年限", said, years, cites),
            Line("年限封顶", f"月工资高于三倍平均工资，最多按{plain(cap)}年计算", cap, (_CAP_CITE,), id="years"),
        ]
        years = cap
    else:
        lines = [Line("工作年限", said, years, cites, id="years")]
    return Standard(years, wage, (*lines, *wage_lines), notes)


def _halves(start: date, end: date) -> Decimal:
    """Years of [start, end], both days counted: six months or more are a year, a shorter rest half a year."""
    span = span_between(start, end + DAY)
    if span.months >= _HALF_YEAR:
        return Decimal(span.years + 1)
    return Decimal(span.years) + (Decimal("0.5") if span.months or span.days else 0)


def _years_sum(start: date, end: date, years: Decimal) -> str:
    worked = span_words(span_between(start, end + DAY))
    return f"{day_words(start)}至{day_words(end)}，共{worked}，按{plain(years)}年计算"


def _wage(facts: Facts) -> tuple[Decimal, tuple[Line, ...], bool, tuple[str, ...]]:
    """(a month's wage that counts, its lines, whether the cap on years applies, notes)."""
    wage = told.number(facts, "wage")
    lowest, average = told.maybe_number(facts, "minimum_wage"), told.maybe_number(facts, "average_wage")
    lines = [Line("月工资", f"离职前十二个月平均应发工资{yuan(wage)}", wage, (_WAGE_CITE, _FLOOR_CITE))]
    if lowest is not None and wage < lowest:
        said = f"{yuan(wage)}低于当地最低工资标准{yuan(lowest)}，按{yuan(lowest)}计算"
        lines.append(Line("最低工资", said, lowest, (_FLOOR_CITE,)))
        wage = lowest
    if average is None:
        return wage, tuple(lines), False, (_no_average(lowest),)
    times = rulebook("labour").now("severance.cap_times").number
    cap = times * average
    if wage > cap:
        said = f"{yuan(wage)}高于三倍平均工资（{yuan(average)} × {plain(times)} = {yuan(cap)}），按{yuan(cap)}计算"
        lines.append(Line("工资封顶", said, cap, (_CAP_CITE,)))
        return cap, tuple(lines), True, ()
    return wage, tuple(lines), False, ()


def _no_average(lowest: Decimal | None) -> str:
    floor = "" if lowest is not None else "；平均工资低于当地最低工资标准的，按最低工资标准算"
    return f"没有填当地上年度职工月平均工资：月工资高于它三倍的，只按三倍、最多十二年算，这里没有封顶{floor}。"
