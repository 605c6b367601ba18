"""抚养费: the range that courts, as a rule, set by the payer's monthly income."""

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
_UNTIL = ("最高人民法院关于适用民法典婚姻家庭编的解释（一）第五十三条第一款",)


def _compute(facts: Facts) -> Working | Wanting:
    income, children = told.number(facts, "income"), told.whole(facts, "children")
    rule = rulebook("family").now("support.one" if children == 1 else "support.several")
    lines = [_monthly("low", "最低", income, rule.nth(1), rule.cites)]
    lines.append(_monthly("high", "最高", income, rule.nth(2), rule.cites))
    if "months" in facts:
        lines += [_through(line, told.number(facts, "months")) for line in lines]
    together = () if children == 1 else ("几个孩子的抚养费合在一起，一般不超过月总收入的百分之五十。",)
    return worked(lines, (*together, *_NOTES))


def _monthly(line: str, bound: str, income: Decimal, share: Decimal, cites: tuple[str, ...]) -> Line:
    amount = income * share
    said = f"{yuan(income)} × {percent(share)} = {yuan(amount)}"
    return Line(f"每月抚养费（{bound}）", said, cents(amount), ("民法典第一千零八十五条第一款", *cites), id=line)


def _through(monthly: Line, months: Decimal) -> Line:
    """What a monthly sum comes to until the child is eighteen: no result, for the sum may change."""
    amount = monthly.value if isinstance(monthly.value, Decimal) else Decimal(0)
    said = f"{yuan(amount)} × {plain(months)}个月 = {yuan(amount * months)}"
    return Line(monthly.label.replace("每月", "到十八周岁的"), said, amount * months, _UNTIL)


CHILD_SUPPORT = Calculator(
    id="child_support",
    name="抚养费",
    about="不直接带孩子的一方，每月一般要付多少抚养费。",
    matters=("family.support", "family.custody", "family.divorce"),
    facts=_FACTS,
    compute=_compute,
)
