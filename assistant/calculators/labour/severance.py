"""经济补偿: a month's wage for each year of service."""

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.labour.asked import AVERAGE_WAGE, END, MINIMUM_WAGE, START, WAGE
from assistant.calculators.labour.standard import before_the_law, law_begins, standard
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.facts.model import Facts
from assistant.phrases import day_words

_SINCE = ("劳动合同法第四十七条第一款",)
_SINCE_LAW = ("劳动合同法第四十七条第一款", "劳动合同法第九十七条第三款")
_WHEN = (
    "这是应当支付经济补偿时的数额；哪些情形应当支付，看劳动合同法第四十六条。"
    "自己无理由辞职、因严重违纪被合法解除的，一般没有经济补偿。"
)


def _compute(facts: Facts) -> Working | Wanting:
    if refused := before_the_law(facts):
        return refused
    start, begins = told.day(facts, "start"), law_begins()
    since = max(start, begins)
    found = standard(facts, since, _SINCE if since == start else _SINCE_LAW)
    amount = cents(found.wage * found.years)
    said = f"{yuan(found.wage)} × {plain(found.years)}个月 = {yuan(amount)}"
    lines = (*found.lines, Line("经济补偿", said, amount, ("劳动合同法第四十七条",), id="compensation"))
    early = f"{day_words(start)}到2007年12月31日的工龄按当时的规定另算，没有算在里面。"
    return worked(lines, (*found.notes, *((early,) if start < begins else ()), _WHEN))


SEVERANCE = Calculator(
    id="severance",
    name="经济补偿",
    about="被辞退、协商解除、合同到期不续等情形，单位应当支付多少经济补偿（常说的 N）。",
    matters=("labour.dismissal", "labour.contract"),
    facts=(START, END, WAGE, AVERAGE_WAGE, MINIMUM_WAGE),
    compute=_compute,
)
