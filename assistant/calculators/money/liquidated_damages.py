"""违约金: whether what was agreed is, as a rule, too high for the loss."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts, Kind

_FACTS = (
    Fact("agreed", "约定的违约金", Kind.MONEY, "按合同算，违约金是多少？", "与损失比较。", unit="元"),
    Fact(
        "loss",
        "造成的损失",
        Kind.MONEY,
        "违约造成的损失有多少（包括合同履行后本来可以得到的利益）？",
        "违约金是不是过高，先看损失。",
        unit="元",
    ),
)
_NOTES = (
    "百分之三十是一般的线，不是一到就减：法院还要看合同主体、交易类型、履行情况、过错程度、履约背景等"
    "（最高人民法院关于适用民法典合同编通则若干问题的解释第六十五条第一款）。",
    "说违约金过高的一方要拿出证据（最高人民法院关于适用民法典合同编通则若干问题的解释第六十四条第二款）；恶意违约的，一般不减"
    "（最高人民法院关于适用民法典合同编通则若干问题的解释第六十五条第三款）。",
    "违约金低于损失的，可以请求增加（民法典第五百八十五条第二款）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    agreed, loss = told.number(facts, "agreed"), told.number(facts, "loss")
    above = rulebook("contracts").now("liquidated.above")
    line = loss * (1 + above.number)
    excess = max(Decimal(0), agreed - line)
    said = f"{yuan(loss)} × (1 + {percent(above.number)}) = {yuan(line)}"
    found = (
        f"{yuan(agreed)} − {yuan(line)} = {yuan(excess)}：一般可以认定为过高，可以请求减少"
        if excess
        else f"{yuan(agreed)} 没有超过 {yuan(line)}，一般不算过高"
    )
    law = "民法典第五百八十五条第二款"
    return worked(
        (
            Line("一般认为过高的线", said, cents(line), above.cites, id="line"),
            Line("超过这条线的部分", found, cents(excess), (law, *above.cites), id="excess"),
        ),
        _NOTES,
    )


LIQUIDATED_DAMAGES = Calculator(
    id="liquidated_damages",
    name="违约金是否过高",
    about="约定的违约金与损失相比是不是过高。",
    matters=("contract.deposit", "contract.breach", "housing.tenancy", "housing.purchase"),
    facts=_FACTS,
    compute=_compute,
)
