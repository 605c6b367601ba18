"""迟延履行期间加倍部分债务利息: what is owed for each day after a judgment's time limit, besides ordinary interest."""

from datetime import date
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.days import days_in
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import Rule, rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind
from assistant.phrases import day_words

_FACTS = (
    Fact(
        "principal",
        "还没有还的金钱债务",
        Kind.MONEY,
        "判决确定的钱，除利息以外还有多少没有还？",
        "加倍利息只按判决确定的、除一般债务利息以外的金钱债务算。",
        unit="元",
    ),
    Fact(
        "start",
        "履行期满的次日",
        Kind.DATE,
        "判决给的履行期限，期满后的第一天是哪天？",
        "从履行期限届满起算。",
    ),
    Fact("end", "付清的日子", Kind.DATE, "哪一天付清（或者算到哪一天）？", "算到履行完毕之日，当天计入。"),
)
_NOTES = (
    "这只是加倍部分；判决另外确定的一般债务利息（例如按合同利率）照判决继续算。",
    "分几次还的，每次还的部分分别算到还款那天；先还本金，再还加倍利息，另有约定的除外"
    "（最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释第三条第一款、第四条）。",
    "不是因为欠钱一方申请而中止、暂缓执行的期间，以及再审中止执行的期间，不算"
    "（最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释第三条第三款）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    start, end = told.day(facts, "start"), told.day(facts, "end")
    if end < start:
        raise BadFact("end", end, f"「付清的日子」不能早于{day_words(start)}")
    rule = rulebook("contracts").now("delay.daily")
    if end < rule.start:
        return Wanting((), f"{day_words(rule.start)}以前的迟延履行利息按当时的规定计算，请问律师或者执行法院。")
    return _worked(told.number(facts, "principal"), max(start, rule.start), end, rule, start < rule.start)


def _worked(principal: Decimal, first: date, end: date, rule: Rule, older: bool) -> Working:
    days = days_in(first, end)
    interest = principal * rule.number * days
    said = f"{yuan(principal)} × {plain(rule.number)} × {days}天 = {yuan(interest)}"
    before = (
        f"{day_words(rule.start)}以前的部分按当时的规定另算，没有计入"
        "（最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释第七条第一款）。"
    )
    count = f"{day_words(first)}到{day_words(end)}，首尾都算"
    return worked(
        (
            Line("天数", count, Decimal(days), _PERIOD, id="days"),
            Line("加倍部分利息", said, cents(interest), ("民事诉讼法第二百六十四条", *rule.cites), id="interest"),
        ),
        (before, *_NOTES) if older else _NOTES,
    )


_PERIOD = (
    "最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释第二条",
    "最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释第三条第一款",
)

DELAYED_INTEREST = Calculator(
    id="delayed_interest",
    name="迟延履行加倍利息",
    about="判决以后不按期还钱，加倍部分的利息是多少。",
    matters=("procedure.enforcement",),
    facts=_FACTS,
    compute=_compute,
)
