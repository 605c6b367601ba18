"""违法解除或者终止的赔偿金: twice the standard of severance, counted from the first day."""

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.labour.asked import AVERAGE_WAGE, END, MINIMUM_WAGE, START, WAGE
from assistant.calculators.labour.standard import before_the_law, standard
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Facts

_SINCE = ("劳动合同法第四十七条第一款", "劳动合同法实施条例第二十五条")
_NOTES = (
    "也可以不要赔偿金，要求继续履行劳动合同（劳动合同法第四十八条）。",
    "拿了赔偿金，不再另拿经济补偿。解除是否违法，由仲裁委员会或者法院认定。",
)


def _compute(facts: Facts) -> Working | Wanting:
    if refused := before_the_law(facts):
        return refused
    found = standard(facts, told.day(facts, "start"), _SINCE)
    times = rulebook("labour").now("unlawful.times")
    amount = cents(found.wage * found.years * times.number)
    said = f"{yuan(found.wage)} × {plain(found.years)}个月 × {plain(times.number)}倍 = {yuan(amount)}"
    return worked((*found.lines, Line("赔偿金", said, amount, times.cites, id="damages")), (*found.notes, *_NOTES))


UNLAWFUL_DISMISSAL = Calculator(
    id="unlawful_dismissal",
    name="违法解除劳动合同赔偿金",
    about="单位违法辞退，应当支付多少赔偿金（常说的 2N）。",
    matters=("labour.dismissal",),
    facts=(START, END, WAGE, AVERAGE_WAGE, MINIMUM_WAGE),
    compute=_compute,
)
