"""未签书面劳动合同的二倍工资: the second wage, from a month after the first day until the eve of a full year."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, yuan
from assistant.calculators.days import DAY, days_in, later, month_length, whole_months
from assistant.calculators.labour.asked import START
from assistant.calculators.labour.standard import law_begins
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind
from assistant.facts.months import months_later
from assistant.phrases import day_words

_WAGE = Fact(
    "wage", "月工资", Kind.MONEY, "没签合同期间，您每月工资是多少？", "二倍工资的第二份按月工资算。", unit="元"
)
_SIGNED = Fact(
    "signed",
    "签订书面合同的日期",
    Kind.DATE,
    "后来签书面劳动合同了吗？签了的话是哪一天？",
    "二倍工资算到签合同的前一天。",
    required=False,
)
_END = Fact(
    "end", "最后工作日", Kind.DATE, "已经离职的话，最后一天在职是哪一天？", "离职以后不再计算。", required=False
)
_ASKED = Fact("asked", "主张的日期", Kind.DATE, "算到哪一天（一般填今天）？", "还没签合同、也没离职的，算到这一天。")
_BEFORE_2008 = "劳动合同法施行以前入职、当时还没有签书面合同的，一个月从2008年1月1日起算"
_CONVENTION = "满整月的按月工资算；不满一个月的，每天按月工资除以那个月的天数算。各地折算日工资的办法不完全一样。"
_LIMITATION = (
    "仲裁时效为一年，从哪一天起算各地做法不同：有的逐月起算，有的从最后一天起算，应尽早申请。"
    "中间书面催要过、向劳动监察投诉过的，时效重新计算。"
)


def _compute(facts: Facts) -> Working | Wanting:
    start, asked, wage = told.day(facts, "start"), told.day(facts, "asked"), told.number(facts, "wage")
    _check_order(facts, start, asked)
    book = rulebook("labour")
    counted = max(start, law_begins())
    grace, full = book.now("double_wage.grace"), book.now("double_wage.end")
    first = later(counted, grace.span)
    last, why = min(_ends(facts, later(counted, full.span) - DAY, asked))
    early = () if counted == start else (Line("起算", _BEFORE_2008, counted, ("劳动合同法第九十七条第二款",)),)
    if last < first:
        said = f"{day_words(first)}起才有二倍工资，{why}，所以没有：0元"
        return worked((*early, Line("二倍工资差额", said, cents(Decimal(0)), grace.cites, id="extra")))
    amount, said = _pay(counted, first, last, wage)
    limitation = book.now("labour_arbitration.limitation")
    by = later(last, limitation.span)
    lines = (
        *early,
        Line("开始", f"{day_words(counted)}用工，满一个月的次日：{day_words(first)}", first, grace.cites, id="from"),
        Line("截止", f"{why}：算到{day_words(last)}", last, full.cites, id="until"),
        Line("二倍工资差额", said, amount, ("劳动合同法第八十二条第一款",), id="extra"),
        Line("申请仲裁", f"{day_words(last)}起一年内：{day_words(by)}", by, limitation.cites, id="arbitrate_by"),
    )
    late = (f"{day_words(asked)}已经超过这一天，单位可能提出超过时效。",) if asked > by else ()
    return worked(lines, (_CONVENTION, *late, _LIMITATION))


def _check_order(facts: Facts, start: date, asked: date) -> None:
    end = told.maybe_day(facts, "end")
    if end is not None and end < start:
        raise BadFact("end", end.isoformat(), f"「最后工作日」不能早于入职日期（{day_words(start)}）")
    if asked < start:
        raise BadFact("asked", asked.isoformat(), f"「主张的日期」不能早于入职日期（{day_words(start)}）")


def _ends(facts: Facts, full: date, asked: date) -> Iterator[tuple[date, str]]:
    """The days on which the double wage may end, each with its reason."""
    yield full, "用工满一年的前一日"
    yield asked, f"还没有满一年，先算到{day_words(asked)}"
    if (signed := told.maybe_day(facts, "signed")) is not None:
        yield signed - DAY, f"{day_words(signed)}签订书面合同，算到前一日"
    if (end := told.maybe_day(facts, "end")) is not None:
        yield end, f"{day_words(end)}离职"


def _pay(start: date, first: date, last: date, wage: Decimal) -> tuple[Decimal, str]:
    """(the sum in yuan, how it was found) of [first, last]: whole months of service, and the days that remain.

    Months end on the day on which the service began, so that a full year gives eleven of them and never more.
    """
    free = whole_months(start, first)
    months = whole_months(start, last + DAY) - free
    total, parts = wage * months, [f"{yuan(wage)} × {months}个月"] if months else []
    for days, length in _rest(months_later(start, free + months), last):
        total += wage * days / length
        parts.append(f"{yuan(wage)} ÷ {length}天 × {days}天")
    amount = cents(total)
    return amount, f"{' + '.join(parts)} = {yuan(amount)}"


def _rest(day: date, last: date) -> Iterator[tuple[int, int]]:
    """(days, days that their month has) of the days from `day` to `last`, month by month."""
    while day <= last:
        ends = min(last, day.replace(day=month_length(day)))
        yield days_in(day, ends), month_length(day)
        day = ends + DAY


DOUBLE_WAGE = Calculator(
    id="double_wage",
    name="未签书面劳动合同二倍工资",
    about="上班超过一个月没有签书面劳动合同，单位应当多付多少工资。",
    matters=("labour.contract", "labour.wages"),
    facts=(START, _WAGE, _SIGNED, _END, _ASKED),
    compute=_compute,
)
