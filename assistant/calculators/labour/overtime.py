"""加班费: an hour's wage at 150, 200 and 300 per cent."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts, Kind

_BASE = Fact(
    "base",
    "加班费基数（月工资）",
    Kind.MONEY,
    "您正常工作时间的月工资是多少？",
    "加班费按正常工作时间的工资算；合同约定了基数的，先看约定。",
    unit="元",
)
_WHY = "工作日、休息日、法定节假日的倍数不同，要分开算。"


def _hours(fact: str, label: str, question: str) -> Fact:
    return Fact(fact, label, Kind.NUMBER, question, _WHY, unit="小时", least=Decimal(0), required=False)


_KINDS = (
    (_hours("workday_hours", "工作日加班小时", "平时工作日一共加班多少小时？"), "overtime.workday"),
    (
        _hours("restday_hours", "休息日加班小时", "周末等休息日加班、又没有安排补休的，一共多少小时？"),
        "overtime.restday",
    ),
    (_hours("holiday_hours", "法定节假日加班小时", "法定节假日（如春节、国庆）一共加班多少小时？"), "overtime.holiday"),
)
_NOTES = (
    "这是实行标准工时制的算法；经批准实行综合计算工时制、不定时工作制的，算法不同。",
    "休息日加班后安排了补休的，可以不付加班费；法定节假日加班不能用补休代替。",
)


def _compute(facts: Facts) -> Working | Wanting:
    if not any(fact.id in facts for fact, _ in _KINDS):
        return Wanting(tuple(fact for fact, _ in _KINDS), "要算加班费，至少要知道一种加班的小时数。")
    base, book = told.number(facts, "base"), rulebook("labour")
    days, hours = book.now("wage.paid_days"), book.now("wage.hours")
    hourly = base / (days.number * hours.number)
    said = f"{yuan(base)} ÷ {plain(days.number)}天 ÷ {plain(hours.number)}小时 = {yuan(hourly)}"
    lines = [Line("小时工资", said, cents(hourly), hours.cites, days.source, "hourly")]
    pays: list[Decimal] = []
    for fact, rule in _KINDS:
        if fact.id in facts:
            rate, worked_hours = book.now(rule), told.number(facts, fact.id)
            pays.append(base * worked_hours * rate.number / (days.number * hours.number))
            said = f"{yuan(hourly)} × {percent(rate.number)} × {plain(worked_hours)}小时 = {yuan(pays[-1])}"
            lines.append(Line(fact.label.removesuffix("小时"), said, pays[-1], rate.cites))
    total = cents(sum(pays, Decimal(0)))
    said = f"{' + '.join(map(yuan, pays))} = {yuan(total)}"
    return worked((*lines, Line("加班费", said, total, ("劳动法第四十四条",), id="overtime")), _NOTES)


OVERTIME = Calculator(
    id="overtime",
    name="加班费",
    about="平时、周末、法定节假日加班，各应当支付多少加班费。",
    matters=("labour.overtime", "labour.wages"),
    facts=(_BASE, *(fact for fact, _ in _KINDS)),
    compute=_compute,
)
