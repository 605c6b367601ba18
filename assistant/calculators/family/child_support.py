"""抚养费: the range that courts, as a rule, set by the payer's monthly income."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts, Kind

_FACTS = (
    Fact(
        "income",
        "支付方的月总收入",
        Kind.MONEY,
        "不直接带孩子的一方，每月总收入是多少（没有固定收入的，用当年总收入或者同行业平均收入折成每月）？",
        "抚养费一般按月总收入的比例算。",
        unit="元",
    ),
    Fact(
        "children",
        "要负担的子女人数",
        Kind.NUMBER,
        "这一方一共要负担几个孩子的抚养费？",
        "一个孩子和几个孩子的比例不同。",
        unit="人",
        least=Decimal(1),
    ),
    Fact(
        "months",
        "还要付的月数",
        Kind.NUMBER,
        "离孩子满十八周岁还有多少个月？",
        "可以估算总共要付多少。",
        unit="个月",
        least=Decimal(0),
        required=False,
    ),
)
_NOTES = (
    "这是一般的幅度，父母可以商量别的数额；法院还看孩子的实际需要、双方的负担能力和当地的生活水平，有特殊情况的可以提高或者降低"
    "（最高人民法院关于适用民法典婚姻家庭编的解释（一）第四十九条）。",
    "一般付到孩子满十八周岁；以后情况变了，孩子可以要求增加（民法典第一千零八十五条第二款）。",
)
_BOUNDS = (("low", "最低"), ("high", "最高"))
_UNTIL = ("最高人民法院关于适用民法典婚姻家庭编的解释（一）第五十三条第一款",)


@dataclass(frozen=True, slots=True)
class _Bound:
    """One end of the range: the share of the monthly income (0 to 1) that is paid at least, or at most."""

    id: str
    label: str
    income: Decimal
    share: Decimal

    @property
    def monthly(self) -> Decimal:
        """Yuan a month, unrounded."""
        return self.income * self.share


def _compute(facts: Facts) -> Working | Wanting:
    income, children = told.number(facts, "income"), told.whole(facts, "children")
    rule = rulebook("family").now("support.one" if children == 1 else "support.several")
    bounds = [_Bound(id, label, income, rule.nth(nth)) for nth, (id, label) in enumerate(_BOUNDS, 1)]
    lines = [_monthly(bound, rule.cites) for bound in bounds]
    if (months := told.maybe_number(facts, "months")) is not None:
        lines += [_through(bound, months) for bound in bounds]
    together = () if children == 1 else ("几个孩子的抚养费合在一起，一般不超过月总收入的百分之五十。",)
    return worked(lines, (*together, *_NOTES))


def _monthly(bound: _Bound, cites: tuple[str, ...]) -> Line:
    said = f"{yuan(bound.income)} × {percent(bound.share)} = {yuan(bound.monthly)}"
    cites = ("民法典第一千零八十五条第一款", *cites)
    return Line(f"每月抚养费（{bound.label}）", said, cents(bound.monthly), cites, id=bound.id)


def _through(bound: _Bound, months: Decimal) -> Line:
    """What a monthly sum comes to until the child is eighteen: no result, for the sum may change."""
    monthly = cents(bound.monthly)
    said = f"{yuan(monthly)} × {plain(months)}个月 = {yuan(monthly * months)}"
    return Line(f"到十八周岁的抚养费（{bound.label}）", said, monthly * months, _UNTIL)


CHILD_SUPPORT = Calculator(
    id="child_support",
    name="抚养费",
    about="不直接带孩子的一方，每月一般要付多少抚养费。",
    matters=("family.support", "family.custody", "family.divorce"),
    facts=_FACTS,
    compute=_compute,
)
