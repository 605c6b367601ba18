"""法定继承: equal shares of those who inherit without a will, first order before second."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, yuan
from assistant.calculators.family.heirs import FACTS
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.errors import BadFact
from assistant.facts.model import Facts

_NOTES = (
    "没有遗嘱、遗赠，又没有另外约定时这样分；有合法遗嘱的，先按遗嘱。",
    "份额一般均等，但可以协商不均等；生活特别困难又没有劳动能力的应当照顾，尽主要扶养义务或者共同生活的可以多分，"
    "有能力却不尽扶养义务的应当不分或者少分（民法典第一千一百三十条）。",
    "子女先去世的，由他的晚辈直系血亲合起来继承他的一份（民法典第一千一百二十八条）；丧偶的儿媳、女婿尽了主要赡养义务的，"
    "也是第一顺序继承人（民法典第一千一百二十九条）。",
    "要先还清债务和税款，胎儿要留份额（民法典第一千一百五十九条、第一千一百五十五条）。",
)
_UNTOLD = "第二顺序里没有填人数的，按没有算；有的话每人的份额会变少。"
_FIRST = ("民法典第一千一百二十七条第一款第一项", "民法典第一千一百三十条第一款")
_SECOND = ("民法典第一千一百二十七条第一款第二项", "民法典第一千一百二十七条第二款", "民法典第一千一百三十条第一款")


@dataclass(frozen=True, slots=True)
class _Heirs:
    """Heirs of one kind: the id and label of what each of them gets, and how many there are."""

    id: str
    label: str
    count: int


def _compute(facts: Facts) -> Working | Wanting:
    if told.flag(facts, "common") and not told.flag(facts, "spouse"):
        raise BadFact("common", True, "夫妻共有的财产要先分一半给配偶：请填有配偶，或者只填死者自己的财产")
    estate, taken_out = _estate(facts)
    first = [
        _Heirs("spouse", "配偶继承", int(told.flag(facts, "spouse"))),
        _Heirs("child", "每个子女继承", told.whole(facts, "children")),
        _Heirs("parent", "每位在世的父母继承", told.whole(facts, "parents")),
    ]
    if any(heirs.count for heirs in first):
        return worked((*taken_out, *_shared(estate, first, _FIRST)), _NOTES)
    second = [
        _Heirs("sibling", "每个兄弟姐妹继承", told.whole_or(facts, "siblings", 0)),
        _Heirs("grandparent", "每位祖父母、外祖父母继承", told.whole_or(facts, "grandparents", 0)),
    ]
    if any(heirs.count for heirs in second):
        return worked((*taken_out, *_shared(estate, second, _SECOND)), (*_NOTES, _UNTOLD))
    return _of_nobody(facts, taken_out)


def _estate(facts: Facts) -> tuple[Decimal, tuple[Line, ...]]:
    """(what is inherited in yuan, unrounded; the lines that take the spouse's own half out)."""
    whole = told.number(facts, "estate")
    if not told.flag(facts, "common"):
        return whole, (Line("遗产", f"死者自己的财产 {yuan(whole)}", whole, ("民法典第一千一百二十二条第一款",)),)
    half, cites = whole / 2, ("民法典第一千一百五十三条第一款",)
    said = f"{yuan(whole)} ÷ 2 = {yuan(half)}"
    return half, (
        Line("配偶自己的一半（不是遗产）", said, cents(half), cites, id="spouse_own"),
        Line("遗产", f"另一半 {yuan(half)}", half, cites),
    )


def _shared(estate: Decimal, heirs: list[_Heirs], cites: tuple[str, ...]) -> list[Line]:
    """A line for each kind of heirs that is there: equal shares by head."""
    count = sum(kind.count for kind in heirs)
    share = estate / count
    said = f"{yuan(estate)} ÷ {count}人 = {yuan(share)}"
    return [Line(kind.label, said, cents(share), cites, id=kind.id) for kind in heirs if kind.count]


def _of_nobody(facts: Facts, lines: tuple[Line, ...]) -> Working | Wanting:
    """No heir of either order: asked about the second where nothing is told of it."""
    unasked = tuple(fact for fact in FACTS if fact.id in ("siblings", "grandparents") and fact.id not in facts)
    if unasked:
        return Wanting(unasked, "没有第一顺序继承人（配偶、子女、父母），要看有没有兄弟姐妹、祖父母、外祖父母。")
    said = "没有法定继承人，又没有人受遗赠的，归国家用于公益事业；死者是集体所有制组织成员的，归该组织"
    return worked((*lines, Line("无人继承", said, None, ("民法典第一千一百六十条",))), _NOTES)


INHERITANCE = Calculator(
    id="inheritance",
    name="法定继承份额",
    about="没有遗嘱时，遗产由谁继承，各得多少。",
    matters=("inheritance.intestate",),
    facts=FACTS,
    compute=_compute,
)
