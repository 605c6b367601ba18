"""带薪年休假: the days of a year, and the pay for those not taken."""

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.days import DAY, days_in, span_between, span_words
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind, Span
from assistant.phrases import day_words

_WORKED = Fact(
    "worked",
    "累计工作年限",
    Kind.SPAN,
    "到这一年为止，您在所有单位一共工作了多久？",
    "年休假的天数看累计工作年限，换过单位的加在一起算。",
    required=False,
)
_WORK_START = Fact(
    "work_start",
    "第一次参加工作的日期",
    Kind.DATE,
    "您第一次参加工作是哪一天？",
    "不知道累计工作年限的，从这一天推算。",
    required=False,
)
_YEAR_START = Fact(
    "year_start",
    "当年在职的第一天",
    Kind.DATE,
    "问的这一年，您在这家单位在职的第一天是哪天（全年在职填1月1日）？",
    "当年没有做满的，按在职天数折算。",
)
_YEAR_END = Fact(
    "year_end",
    "当年在职的最后一天",
    Kind.DATE,
    "这一年在职的最后一天是哪天（全年在职填12月31日）？",
    "当年没有做满的，按在职天数折算。",
)
_TAKEN = Fact("taken", "已休天数", Kind.NUMBER, "这一年已经休了几天年休假？", "", unit="天", least=Decimal(0))
_WAGE = Fact(
    "wage",
    "月平均工资（不含加班费）",
    Kind.MONEY,
    "支付前十二个月，您平均每月工资是多少（不含加班费）？",
    "未休的年休假按日工资付，日工资由月平均工资折算。",
    unit="元",
)
_NOTES = (
    "要连续工作满十二个月才有年休假（企业职工带薪年休假实施办法第三条）；当年病假、事假过长等情形没有年休假"
    "（职工带薪年休假条例第四条）。",
    "本人书面提出不休的，单位可以只付正常工资，没有另外的两倍（企业职工带薪年休假实施办法第十条第二款）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    first, last = told.day(facts, "year_start"), told.day(facts, "year_end")
    if last < first or last.year != first.year:
        raise BadFact(
            "year_end", last.isoformat(), f"「当年在职的最后一天」要在{first.year}年，并且不早于{day_words(first)}"
        )
    if "worked" not in facts and "work_start" not in facts:
        return Wanting(
            (_WORKED, _WORK_START), "年休假的天数看累计工作年限：请填累计工作年限，或者第一次参加工作的日期。"
        )
    full, whole_year = _whole_year(facts, last)
    entitled, this_year = _prorated(full, first, last)
    taken = told.number(facts, "taken")
    untaken = max(Decimal(0), entitled - taken)
    said = f"{plain(entitled)}天 − 已休{plain(taken)}天 = {plain(untaken)}天" + (
        "" if taken <= entitled else "（多休的不扣回）"
    )
    left = Line("未休天数", said, untaken, ("企业职工带薪年休假实施办法第十二条",), id="untaken")
    return worked((whole_year, this_year, left, _pay(told.number(facts, "wage"), untaken)), _NOTES)


def _whole_year(facts: Facts, last: date) -> tuple[Decimal, Line]:
    """(days of a whole year, how they were found) by the work done until the year's last day."""
    rule, days = rulebook("labour").now("annual_leave.after_years"), rulebook("labour").now("annual_leave.days")
    span = _span(facts, last)
    steps = sum(1 for nth in (1, 2, 3) if span.years >= rule.nth(nth))
    full = days.nth(steps) if steps else Decimal(0)
    said = f"累计工作{span_words(span)}，全年{plain(full)}天" if steps else f"累计工作{span_words(span)}，不满一年：0天"
    return full, Line("全年年休假", said, full, days.cites)


def _span(facts: Facts, last: date) -> Span:
    if "worked" in facts:
        span = told.span(facts, "worked")
        years, months = divmod(span.years * 12 + span.months, 12)
        return Span(years, months, span.days)
    start = told.day(facts, "work_start")
    if start > last:
        raise BadFact("work_start", start.isoformat(), f"「第一次参加工作的日期」不能晚于{day_words(last)}")
    return span_between(start, last + DAY)


def _prorated(full: Decimal, first: date, last: date) -> tuple[Decimal, Line]:
    """(days for this part of the year, how): decimals are dropped."""
    year = rulebook("labour").now("annual_leave.year")
    days = days_in(first, last)
    entitled = (full * days / year.number).to_integral_value(ROUND_FLOOR)
    said = f"在职{days}天 ÷ {plain(year.number)}天 × {plain(full)}天，不足一天的不算：{plain(entitled)}天"
    return entitled, Line("应休天数", said, entitled, year.cites, id="entitled")


def _pay(wage: Decimal, untaken: Decimal) -> Line:
    days, times = rulebook("labour").now("wage.paid_days"), rulebook("labour").now("annual_leave.times")
    extra = times.number - 1  # the ordinary wage of these days is paid already
    amount = cents(wage * untaken * extra / days.number)
    said = (
        f"{yuan(wage)} ÷ {plain(days.number)}天 × {plain(untaken)}天 × {percent(extra)}"
        f"（{percent(times.number)}里正常工资已经付过）= {yuan(amount)}"
    )
    return Line("未休年休假工资", said, amount, (*times.cites, *days.cites), id="extra")


ANNUAL_LEAVE = Calculator(
    id="annual_leave",
    name="带薪年休假",
    about="一年应当休几天年休假，没休的应当付多少钱。",
    matters=("labour.leave",),
    facts=(_WORKED, _WORK_START, _YEAR_START, _YEAR_END, _TAKEN, _WAGE),
    compute=_compute,
)
