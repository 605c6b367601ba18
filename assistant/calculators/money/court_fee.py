"""案件受理费: the fee for a case at first instance, by its kind."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import percent, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.money.asked import AMOUNT
from assistant.calculators.money.property_fee import bounds, property_fee
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.scales import counted, parts
from assistant.calculators.wanted import wanted
from assistant.facts.model import Choice, Fact, Facts, Kind

_KINDS = (
    Choice("property", "财产案件（借款、合同、赔偿、继承等要钱要物的）", ("财产", "借款", "合同", "赔偿", "继承")),
    Choice("divorce", "离婚案件", ("离婚",)),
    Choice("personality", "侵害姓名、肖像、名誉等人格权的案件", ("人格权", "名誉", "肖像", "隐私")),
    Choice("labour", "劳动争议案件", ("劳动", "工资", "工伤")),
    Choice("ip", "知识产权民事案件", ("知识产权", "商标", "专利", "著作权")),
    Choice("administrative", "行政案件（商标、专利、海事的除外）", ("行政", "民告官")),
    Choice("other", "其他不涉及财产的案件", ("其他", "收养", "抚养关系", "探望")),
)
_FACTS = (
    Fact("kind", "案件种类", Kind.CHOICE, "是哪一种案件？", "不同种类的案件收费办法不同。", choices=_KINDS),
    AMOUNT,
    Fact(
        "simplified",
        "适用简易程序",
        Kind.FLAG,
        "法院用简易程序审理吗？",
        "适用简易程序的，减半交纳。",
        required=False,
    ),
    Fact(
        "settled",
        "调解或者撤诉结案",
        Kind.FLAG,
        "是调解结案，或者自己申请撤诉吗？",
        "调解结案或者撤诉的，减半交纳。",
        required=False,
    ),
)
_BESIDES = {"divorce": "财产总额", "personality": "赔偿金额"}  # kinds with a range, and a scale on top of it
_NOTES = (
    "受理费由起诉的人先交，判决时一般由输的一方负担；追索劳动报酬的案件可以不先交（诉讼费用交纳办法第二十条第一款）。",
    "不服一审判决上诉的，按上诉请求的金额计算（诉讼费用交纳办法第十七条）。",
)
_RANGE_NOTE = "幅度内具体交多少，由省、自治区、直辖市规定，请以受诉法院的通知为准。"


@dataclass(frozen=True, slots=True)
class _Fee:
    """A fee between two sums of yuan, unrounded, and the lines by which it was found."""

    low: Decimal
    high: Decimal
    lines: tuple[Line, ...]


def _compute(facts: Facts) -> Working | Wanting:
    kind = told.choice(facts, "kind")
    if kind == "property" and (
        lacks := wanted(_FACTS, facts, ["amount"], "财产案件按请求的金额分段收费，要知道金额。")
    ):
        return lacks
    fee = _halved(_whole(kind, told.maybe_number(facts, "amount")), facts)
    notes = _NOTES if fee.low == fee.high else (*_NOTES, _RANGE_NOTE)
    return worked((*fee.lines, *bounds("案件受理费", fee.low, fee.high, ("诉讼费用交纳办法第十三条",))), notes)


def _whole(kind: str, amount: Decimal | None) -> _Fee:
    """The fee before it is halved."""
    if kind == "property" or (kind == "ip" and amount is not None):
        fee, lines = property_fee(amount or Decimal(0))
        return _Fee(fee, fee, lines)
    found = _ranged(kind)
    return _with_scale(kind, amount, found) if kind in _BESIDES and amount is not None else found


def _ranged(kind: str) -> _Fee:
    rule = rulebook("fees").now(f"{kind}.range")
    low, high = rule.nth(1), rule.nth(2)
    said = f"每件交{yuan(low)}" if low == high else f"每件交{yuan(low)}至{yuan(high)}"
    return _Fee(low, high, (Line("按件收费", said, low if low == high else None, rule.cites),))


def _with_scale(kind: str, amount: Decimal, fee: _Fee) -> _Fee:
    rule = rulebook("fees").now(kind)
    laid = parts(rule.brackets, amount)
    lines = [
        Line(f"{_BESIDES[kind]}{part.label}", part.sum if part.rate else "不另外交", part.counts, rule.cites)
        for part in laid
    ]
    more = counted(laid)
    return _Fee(fee.low + more, fee.high + more, (*fee.lines, *lines))


def _halved(fee: _Fee, facts: Facts) -> _Fee:
    """Halved once, also where both reasons are there."""
    halves = [rulebook("fees").now(f"half.{why}") for why in ("simplified", "settled") if told.flag(facts, why)]
    if not halves:
        return fee
    half = halves[0].number
    twice = "；两个理由都有，也只减半一次" if len(halves) > 1 else ""
    cites = tuple(cite for rule in halves for cite in rule.cites)
    return _Fee(
        fee.low * half, fee.high * half, (*fee.lines, Line("减半交纳", f"× {percent(half)}{twice}", None, cites))
    )


COURT_FEE = Calculator(
    id="court_fee",
    name="案件受理费",
    about="到法院起诉，要交多少受理费。",
    matters=("procedure.fees", "procedure.filing", "debt.loan", "family.divorce"),
    facts=_FACTS,
    compute=_compute,
)
