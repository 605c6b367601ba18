"""借款利息: what a lender may claim, held under four times the one-year loan prime rate (LPR)."""

from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.money.loan_facts import FACTS, LPR, LPR_START
from assistant.calculators.money.lpr import one_year
from assistant.calculators.money.old_loans import old_loan
from assistant.calculators.money.stretches import Stretch
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Facts
from assistant.phrases import day_words

_LAW = "最高人民法院关于审理民间借贷案件适用法律若干问题的规定"
_NOTES = (
    f"上限管所有名目：利息、逾期利息、违约金和其他费用加起来也不能超过合同成立时一年期LPR的四倍（{_LAW}第二十九条）。",
    "按单利、一年365天、截止日当天不算；银行等金融机构的贷款不适用这个上限。",
)


def _compute(facts: Facts) -> Working | Wanting:
    lent, start, end = (told.day(facts, fact) for fact in ("lent", "start", "end"))
    if start < lent:
        raise BadFact("start", start, f"「起息日」不能早于借款合同成立的{day_words(lent)}")
    if end < start:
        raise BadFact("end", end, f"「截止日」不能早于起息日{day_words(start)}")
    rate = told.maybe_number(facts, "rate")
    if rate is None:
        return _overdue(facts, start) if told.flag(facts, "overdue") else _without_interest(facts)
    if lent < rulebook("contracts").now("loan.cap_times").start:
        return old_loan(facts, rate)
    return _capped(facts, rate, lent)


def _capped(facts: Facts, rate: Decimal, lent: date) -> Working | Wanting:
    """At the agreed rate, or at the cap where that is lower."""
    found = _cap(facts, lent)
    if found is None:
        return Wanting((LPR,), f"没有{day_words(lent)}的一年期LPR，请查到后填写：利率上限是它的四倍。")
    cap, lines = found
    cites = (f"{_LAW}第二十八条第一款",) if told.flag(facts, "overdue") else lines[-1].cites
    return _worked(facts, (*lines, _compared(rate, cap, cites)), min(rate, cap), cites)


def _cap(facts: Facts, lent: date) -> tuple[Decimal, tuple[Line, ...]] | None:
    """(the highest yearly rate, the lines that find it); None where the LPR of that day has to be asked for."""
    times = rulebook("contracts").on("loan.cap_times", lent)
    found = one_year(lent, facts, LPR)
    if times is None or found is None:
        return None
    lpr, published = found
    cap = lpr * times.number
    said = f"{percent(lpr)} × {plain(times.number)} = {percent(cap)}"
    return cap, (published, Line("利率上限", said, cap, times.cites, id="cap"))


def _known_cap(facts: Facts) -> tuple[Line, ...]:
    """The cap beside a loan without a rate: shown where it is known, never asked for."""
    found = _cap(facts, told.day(facts, "lent"))
    return found[1] if found else ()


def _compared(rate: Decimal, cap: Decimal, cites: tuple[str, ...]) -> Line:
    agreed = f"约定年利率{percent(rate)}"
    said = f"{agreed}超过上限，按{percent(cap)}算" if rate > cap else f"{agreed}没有超过上限，按约定算"
    return Line("适用的年利率", said, None, cites)


def _overdue(facts: Facts, start: date) -> Working | Wanting:
    """No rate agreed: from the first overdue day at the LPR of that day."""
    if start < (change := rulebook("contracts").now("loan.cap_times").start):
        return Wanting((), f"{day_words(change)}以前就逾期、又没有约定利率的，前一段按当时的规定，请带借条问律师。")
    found = one_year(start, facts, LPR_START)
    if found is None:
        return Wanting((LPR_START,), f"没有{day_words(start)}的一年期LPR，请查到后填写：逾期利息参照它算。")
    rate, published = found
    return _worked(facts, (*_known_cap(facts), published), rate, (f"{_LAW}第二十八条第二款第一项",))


def _worked(facts: Facts, lines: tuple[Line, ...], rate: Decimal, cites: tuple[str, ...]) -> Working:
    stretch = Stretch(told.number(facts, "principal"), told.day(facts, "start"), told.day(facts, "end"), rate, cites)
    return worked((*lines, Line("利息", stretch.line.sum, cents(stretch.interest), cites, id="interest")), _NOTES)


def _without_interest(facts: Facts) -> Working:
    cites = ("民法典第六百八十条第二款", f"{_LAW}第二十四条第一款")
    line = Line("利息", "没有约定利息，借款期内视为没有利息：0元", Decimal(0), cites, id="interest")
    return worked((*_known_cap(facts), line), ("到期还不还的，从逾期那天起可以要求按一年期LPR付利息。", *_NOTES))


LOAN_INTEREST = Calculator(
    id="loan_interest",
    name="借款利息",
    about="民间借款可以要多少利息，约定的利率有没有超过上限。",
    matters=("debt.loan", "debt.interest"),
    facts=FACTS,
    compute=_compute,
)
