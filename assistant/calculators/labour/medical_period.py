"""医疗期: the months in which an employee who is ill may not be dismissed for it."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import plain
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind

_TOTAL = Fact(
    "total_years",
    "全部工作年限",
    Kind.NUMBER,
    "您参加工作一共多少年？",
    "医疗期看全部工作年限和在本单位的年限。",
    unit="年",
    least=Decimal(0),
)
_HERE = Fact(
    "here_years",
    "在本单位工作年限",
    Kind.NUMBER,
    "您在这家单位工作了多少年？",
    "医疗期看全部工作年限和在本单位的年限。",
    unit="年",
    least=Decimal(0),
)
_TEN = Decimal(10)  # years of all work from which the longer scale applies
_PROTECTED = ("劳动合同法第四十二条第三项", "劳动合同法第四十五条")
_NOTES = (
    "刚好满五年、十年、十五年、二十年的，按较长的一档算。",
    "患癌症、精神病、瘫痪等特殊疾病，24个月内不能痊愈的，经批准可以适当延长；有的地方（如上海）另有规定，以当地为准。",
)


def _compute(facts: Facts) -> Working | Wanting:
    total, here = told.number(facts, "total_years"), told.number(facts, "here_years")
    if here > total:
        raise BadFact("here_years", plain(here), f"「在本单位工作年限」不能多于全部工作年限（{plain(total)}年）")
    book = rulebook("labour")
    scale = book.now("medical_period.from_ten" if total >= _TEN else "medical_period.under_ten")
    last = 5 if total >= _TEN else 2
    step = 1 + sum(1 for nth in range(1, last) if here >= book.now("medical_period.own_years").nth(nth))
    months = scale.nth(step)
    within = book.now("medical_period.within")
    counted = within.nth(_place(months))
    side = "不满十年" if total < _TEN else "十年以上"
    said = f"全部工作{plain(total)}年（{side}），在本单位{plain(here)}年：{plain(months)}个月"
    return worked(
        (
            Line("医疗期", said, months, (), scale.source, "months"),
            Line("计算期间", f"在{plain(counted)}个月内累计病休时间计算", counted, (), within.source, "within"),
            Line(
                "医疗期内",
                "单位不能以不能胜任、客观情况变化、裁员等理由解除劳动合同；合同到期的，延续到医疗期满",
                None,
                _PROTECTED,
            ),
        ),
        _NOTES,
    )


def _place(months: Decimal) -> int:
    """Which of the periods (3, 6, 9 … months) it is, from 1."""
    periods = rulebook("labour").now("medical_period.periods")
    return next(nth for nth in range(1, 7) if periods.nth(nth) == months)


MEDICAL_PERIOD = Calculator(
    id="medical_period",
    name="医疗期",
    about="生病或者非因工受伤，有多长的医疗期，在多长时间内累计。",
    matters=("labour.leave", "labour.dismissal"),
    facts=(_TOTAL, _HERE),
    compute=_compute,
)
