"""交通事故赔偿: compulsory insurance pays first, the other driver's share of the rest comes after."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.additions import added
from assistant.calculators.amounts import cents, percent, yuan
from assistant.calculators.harm.items import Item
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import Rule, rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind


def _group(fact: str, label: str, question: str) -> Fact:
    return Fact(fact, label, Kind.MONEY, question, "交强险分三项，每项有自己的限额。", unit="元", required=False)


_GROUPS = (
    _group(
        "disability_group",
        "死亡伤残类损失",
        "残疾或者死亡赔偿金、误工费、护理费、精神损害抚慰金、交通费、丧葬费等一共多少？",
    ),
    _group("medical", "医疗类损失", "医疗费、住院伙食补助费、营养费一共多少？"),
    _group("property", "财产损失", "修车等财产损失一共多少？"),
)
_DAY = Fact("day", "事故发生的日子", Kind.DATE, "事故是哪一天发生的？", "交强险的限额按事故那天的标准。")
_SHARE = Fact(
    "share",
    "对方驾驶人的责任比例",
    Kind.SHARE,
    "对方驾驶人负几成责任（全责1，主责常见0.7，同责0.5，次责常见0.3，无责0）？",
    "交强险不够的部分，按责任比例赔。",
)
_FACTS = (_DAY, *_GROUPS, _SHARE)
_FAULT = "道路交通安全法第七十六条第一款"
_NOTES = (
    "交强险以外的部分，对方投保了商业三者险的，先由商业险按合同赔，再不够的由侵权人赔（民法典第一千二百一十三条）。",
    "机动车与行人、非机动车之间，行人、非机动车没有过错的，由机动车一方全部承担（道路交通安全法第七十六条第一款第二项）。",
)
_NO_FAULT = (
    "撞的是行人、非机动车的，机动车没有过错也可能承担不超过百分之十的责任，没有计入"
    "（道路交通安全法第七十六条第一款第二项）。"
)


def _compute(facts: Facts) -> Working | Wanting:
    losses = {group.id: told.number(facts, group.id) for group in _GROUPS if group.id in facts}
    if not losses:
        return Wanting(_GROUPS, "要算赔偿，至少要知道一类损失。")
    day, share = told.day(facts, "day"), told.number(facts, "share")
    limits = rulebook("harm").on("limits" if share else "limits.no_fault", day)
    if limits is None:
        raise BadFact("day", day, "交强险从2006年7月1日开始，更早的事故不能这样算")
    items = [
        _from_insurer(group.label, losses[group.id], limits, nth)
        for nth, group in enumerate(_GROUPS, 1)
        if group.id in losses
    ]
    paid, said = added([item.exact for item in items])
    rest = sum(losses.values(), Decimal(0)) - paid
    insurer = Line("交强险赔付", said, cents(paid), _INSURANCE, id="insurer")
    notes = _NOTES if share else (_NO_FAULT, *_NOTES)
    return worked((_which(share, limits), *(item.line for item in items), insurer, _rest(rest, share)), notes)


_INSURANCE = ("民法典第一千二百一十三条", _FAULT)


def _which(share: Decimal, limits: Rule) -> Line:
    fault = "有责任" if share else "没有责任"
    sums = "、".join(
        f"{group.label.removesuffix('损失').removesuffix('类')}{yuan(limits.nth(nth))}"
        for nth, group in enumerate(_GROUPS, 1)
    )
    return Line("交强险限额", f"对方{fault}：{sums}", None, limits.cites, limits.source)


def _from_insurer(label: str, loss: Decimal, limits: Rule, nth: int) -> Item:
    limit = limits.nth(nth)
    paid = min(loss, limit)
    said = f"{yuan(loss)}，限额{yuan(limit)}，赔{yuan(paid)}"
    return Item(Line(f"交强险赔{label}", said, paid, limits.cites, limits.source), paid)


def _rest(rest: Decimal, share: Decimal) -> Line:
    amount = rest * share
    said = f"{yuan(rest)} × {percent(share)} = {yuan(amount)}"
    return Line("交强险以外按责任赔", said, cents(amount), (_FAULT,), id="rest")


TRAFFIC_DAMAGES = Calculator(
    id="traffic_damages",
    name="交通事故赔偿",
    about="交强险赔多少，剩下的对方按责任再赔多少。",
    matters=("traffic.accident", "traffic.insurance"),
    facts=_FACTS,
    compute=_compute,
)
