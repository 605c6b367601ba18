"""法律援助经济困难: whether the means of a household are within the line of its place."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.aid.groups import GROUPS, NONE, Group
from assistant.calculators.aid.local_lines import ALLOWANCE, LOW_INCOME, Bound, bound, local_bound
from assistant.calculators.amounts import yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.facts.model import Fact, Facts, Kind

_GROUP = Fact(
    "group",
    "是哪一类人",
    Kind.CHOICE,
    "您属于下面哪一类人吗？",
    "有几类人不用审查经济状况。",
    choices=(NONE, *(group.choice for group in GROUPS)),
)
_INCOME = Fact(
    "income",
    "家庭人均月收入",
    Kind.MONEY,
    "共同生活的家庭成员，平均每人每月收入多少？",
    "经济困难看家庭人均收入。",
    unit="元",
    required=False,
)
_STANDARD = Fact(
    "standard",
    "当地的经济困难标准",
    Kind.MONEY,
    "当地法律援助的经济困难标准是每人每月多少元？可以打12348问。",
    "标准由各省、自治区、直辖市规定。",
    unit="元",
    required=False,
)
_REGION = Fact("region", "在什么地方", Kind.REGION, "在哪个省、市申请？", "各地的标准不同。", required=False)
_FACTS = (_GROUP, _INCOME, _STANDARD, _REGION, ALLOWANCE, LOW_INCOME)
_NOTES = (
    "这只看经济条件；请求的事项还要属于法律援助的范围（法律援助法第三十一条）。",
    "是否给予援助由法律援助机构决定，收到申请后七日内审查（法律援助法第四十三条第一款）；不服可以提出异议（法律援助法第四十九条）。",
    "各地还可能看家庭财产，也可能有更宽的标准，以受理的法律援助机构公布的为准。",
)
_YES, _NO = Decimal(1), Decimal(0)
_CITES = ("法律援助法第四十一条第一款",)


def _compute(facts: Facts) -> Working | Wanting:
    group = {group.choice.id: group for group in GROUPS}.get(told.choice(facts, "group"))
    if group:
        return _exempt(group)
    if "income" not in facts:
        return Wanting((_INCOME,), "要知道家庭人均月收入，才能与当地的经济困难标准比较。")
    found = _told_bound(facts) if "standard" in facts else local_bound(facts)
    if isinstance(found, Fact):
        return Wanting((found,), f"当地的标准按「{found.label}」定，请查到后填写。")
    if found is None:
        return Wanting((_STANDARD,), "没有收录这个地方的经济困难标准，请问当地法律援助机构（12348）后填写。")
    return _compared(told.number(facts, "income"), found)


def _exempt(group: Group) -> Working:
    said = f"{group.choice.label}：{group.proof}"
    return worked((Line("经济条件", said, _YES, (group.cite,), id="eligible"),), _NOTES)


def _told_bound(facts: Facts) -> Bound:
    standard = told.number(facts, "standard")
    return bound(standard, f"每人每月{yuan(standard)}", _CITES)


def _compared(income: Decimal, bound: Bound) -> Working:
    within = income <= bound.amount
    said = f"人均月收入{yuan(income)}，{'没有超过' if within else '超过'}标准{yuan(bound.amount)}"
    edge = ("收入正好等于标准时，有的地方要求「低于」，请问清楚。",) if income == bound.amount else ()
    eligible = Line("经济条件", said, _YES if within else _NO, _CITES, id="eligible")
    return worked((bound.line, eligible), (*edge, *_NOTES))


LEGAL_AID_MEANS = Calculator(
    id="legal_aid_means",
    name="法律援助经济条件",
    about="家庭收入符不符合申请法律援助的经济条件。",
    matters=("services.legal_aid",),
    facts=_FACTS,
    compute=_compute,
)
