"""申请费: the fee for enforcement, preservation, a payment order, bankruptcy."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import plain, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.money.asked import AMOUNT
from assistant.calculators.money.property_fee import bounds, on_scale, property_fee
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.wanted import wanted
from assistant.facts.model import Choice, Fact, Facts, Kind

_KINDS = (
    Choice("enforcement", "申请强制执行", ("执行", "强制执行")),
    Choice("preservation", "申请财产保全", ("保全", "查封", "冻结")),
    Choice("payment_order", "申请支付令", ("支付令", "督促程序")),
    Choice("bankruptcy", "申请破产", ("破产",)),
)
_FACTS = (
    Fact("kind", "申请的事项", Kind.CHOICE, "要申请什么？", "不同的申请收费办法不同。", choices=_KINDS),
    AMOUNT,
)
_NOTES = {
    "enforcement": "执行申请费不用先交，执行后由被执行人负担（诉讼费用交纳办法第二十条第二款、第三十八条第一款）。",
    "preservation": "保全申请费先由申请人交，起诉时可以列入诉讼请求（诉讼费用交纳办法第三十八条第三款）。",
    "payment_order": "申请费由申请人在申请时预交（诉讼费用交纳办法第二十二条第三款）。",
    "bankruptcy": "破产申请费不用先交，清算后交纳（诉讼费用交纳办法第二十条第二款）。",
}
_ON_PROPERTY = {"payment_order": "财产案件受理费的三分之一", "bankruptcy": "财产案件受理费减半"}


def _compute(facts: Facts) -> Working | Wanting:
    kind, amount = told.choice(facts, "kind"), told.maybe_number(facts, "amount")
    if kind == "enforcement" and amount is None:
        return _between(kind)
    if kind in _ON_PROPERTY:
        if lacks := wanted(_FACTS, facts, ["amount"], "这一种申请费按金额计算，要知道金额。"):
            return lacks
        fee, lines = _on_property(kind, amount or Decimal(0))
    else:
        fee, lines = on_scale(f"{kind}.first", kind, amount or Decimal(0))
    return _one(kind, *_held(kind, fee, lines))


def _between(kind: str) -> Working:
    rule = rulebook("fees").now(f"{kind}.range")
    low, high = rule.nth(1), rule.nth(2)
    rate = Line("没有执行金额的", f"每件交{yuan(low)}至{yuan(high)}", None, rule.cites)
    return worked((rate, *bounds("申请费", low, high, rule.cites)), (_NOTES[kind],))


def _on_property(kind: str, amount: Decimal) -> tuple[Decimal, tuple[Line, ...]]:
    """A part of the fee that a property case of this amount would cost."""
    whole, lines = property_fee(amount)
    rule = rulebook("fees").now(f"{kind}.divisor")
    fee = whole / rule.number
    said = f"{yuan(whole)} ÷ {plain(rule.number)} = {yuan(fee)}"
    return fee, (*lines, Line(_ON_PROPERTY[kind], said, fee, rule.cites))


def _held(kind: str, fee: Decimal, lines: tuple[Line, ...]) -> tuple[Decimal, tuple[Line, ...]]:
    """The fee, held under the most that the law lets a court take."""
    if kind not in ("preservation", "bankruptcy"):
        return fee, lines
    most = rulebook("fees").now(f"{kind}.most")
    if fee <= most.number:
        return fee, lines
    said = f"{yuan(fee)} 超过上限，按{yuan(most.number)}交"
    return most.number, (*lines, Line("上限", said, most.number, most.cites))


def _one(kind: str, fee: Decimal, lines: tuple[Line, ...]) -> Working:
    return worked((*lines, *bounds("申请费", fee, fee, ("诉讼费用交纳办法第十四条",))), (_NOTES[kind],))


APPLICATION_FEE = Calculator(
    id="application_fee",
    name="申请费",
    about="申请执行、保全、支付令或者破产，要交多少钱。",
    matters=(
        "procedure.fees",
        "procedure.preservation",
        "procedure.enforcement",
        "procedure.payment_order",
        "contract.bankruptcy",
    ),
    facts=_FACTS,
    compute=_compute,
)
