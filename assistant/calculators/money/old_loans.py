"""Loans made before 2020-08-20: 24 % a year until that day, four times the LPR at filing from it on.

Source: 最高人民法院关于审理民间借贷案件适用法律若干问题的规定第三十一条.
"""

from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.additions import added
from assistant.calculators.amounts import cents, percent, plain
from assistant.calculators.model import Line, Wanting, Working
from assistant.calculators.money.loan_facts import FACTS, LPR_FILED
from assistant.calculators.money.lpr import one_year
from assistant.calculators.money.stretches import Stretch
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.wanted import wanted
from assistant.errors import BadFact
from assistant.facts.model import Facts
from assistant.phrases import day_words

_CITES = ("最高人民法院关于审理民间借贷案件适用法律若干问题的规定第三十一条第二款",)
_NOTES = ("前一段按当时24%的上限算，要由当事人请求；已经自愿付的超过24%而不超过36%的利息，当时的规定不支持要回。",)


def old_loan(facts: Facts, rate: Decimal) -> Working | Wanting:
    """The interest of a loan with an agreed rate, made before 2020-08-20, in two stretches."""
    before = rulebook("contracts").on("loan.cap_before", told.day(facts, "lent"))
    if before is None:
        return Wanting((), "2015年9月1日以前的借款，利率上限按更早的规定，请带借条问律师。")
    if lacks := wanted(FACTS, facts, ["filed"], "2020年8月20日以前成立的借款，利率上限还要看哪一天起诉。"):
        return lacks
    change, filed = rulebook("contracts").now("loan.cap_times").start, told.day(facts, "filed")
    if filed < told.day(facts, "lent"):
        raise BadFact("filed", filed, "「起诉的日子」不能早于借款合同成立的日子")
    if filed < change:
        return Wanting((), f"{day_words(change)}以前起诉的案件，按当时的规定审理，请问办案的律师或者法院。")
    return _worked(facts, rate, change, before.number, before.source)


def _worked(facts: Facts, rate: Decimal, change: date, before: Decimal, source: str) -> Working | Wanting:
    found = one_year(told.day(facts, "filed"), facts, LPR_FILED)
    if found is None:
        return Wanting((LPR_FILED,), f"没有{day_words(told.day(facts, 'filed'))}的一年期LPR，请查到后填写。")
    lpr, published = found
    times = rulebook("contracts").now("loan.cap_times").number
    cap, start, end = lpr * times, told.day(facts, "start"), told.day(facts, "end")
    principal = told.number(facts, "principal")
    stretches = [
        Stretch(principal, start, min(end, change), min(rate, before), _CITES, source),
        Stretch(principal, max(start, change), end, min(rate, cap), _CITES),
    ]
    bearing = [stretch for stretch in stretches if stretch.days]
    interest, said = added([stretch.interest for stretch in bearing])
    limit = f"起诉时的LPR {percent(lpr)} × {plain(times)} = {percent(cap)}（{day_words(change)}起）"
    lines = [
        published,
        Line("利率上限", limit, cap, _CITES, id="cap"),
        *(stretch.line for stretch in bearing),
        Line("利息合计", said, cents(interest), _CITES, id="interest"),
    ]
    return worked(lines, _NOTES)
