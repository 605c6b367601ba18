"""定金: what counts as earnest money, and what is given back after a breach."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Choice, Fact, Facts, Kind

_FACTS = (
    Fact("contract", "合同标的额", Kind.MONEY, "合同总价是多少？", "定金不能超过总价的百分之二十。", unit="元"),
    Fact("paid", "实际交的定金", Kind.MONEY, "实际交了多少定金？", "以实际交付的数额为准。", unit="元"),
    Fact(
        "breaker",
        "违约的一方",
        Kind.CHOICE,
        "是谁违约，使合同目的落空？",
        "交定金的违约，不能要回；收定金的违约，双倍返还。",
        choices=(
            Choice("giver", "交定金的一方", ("买方", "我违约", "交钱的")),
            Choice("taker", "收定金的一方", ("卖方", "对方违约", "收钱的")),
        ),
    ),
    Fact(
        "liquidated",
        "约定的违约金",
        Kind.MONEY,
        "合同另外约定了多少违约金？",
        "定金和违约金只能选一样。",
        unit="元",
        required=False,
    ),
)
_NOTES = (
    "要写明是「定金」，或者约定了定金的效果，才适用这一规则；只写订金、押金、保证金、留置金的不适用"
    "（最高人民法院关于适用民法典合同编通则若干问题的解释第六十七条第一款）。",
    "违约要达到「不能实现合同目的」的程度；合同已经履行了一部分的，可能只按没有履行的比例适用"
    "（最高人民法院关于适用民法典合同编通则若干问题的解释第六十八条第二款）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    paid = told.number(facts, "paid")
    most = rulebook("contracts").now("earnest.most")
    bound = told.number(facts, "contract") * most.number
    valid = min(paid, bound)
    limit = f"{yuan(told.number(facts, 'contract'))} × {percent(most.number)} = {yuan(bound)}"
    lines = [
        Line("定金上限", limit, bound, most.cites),
        Line("有定金效力的部分", f"交了{yuan(paid)}，其中{yuan(valid)}有效", cents(valid), most.cites, id="valid"),
        *_prepaid(paid, valid, most.cites),
        _back(told.choice(facts, "breaker"), valid, paid - valid),
    ]
    if "liquidated" in facts:
        lines.append(_instead(told.choice(facts, "breaker"), told.number(facts, "liquidated"), paid))
    return worked(lines, _NOTES)


def _prepaid(paid: Decimal, valid: Decimal, cites: tuple[str, ...]) -> list[Line]:
    """What was paid beyond the limit: a line only where there is any."""
    beyond = paid - valid
    said = f"{yuan(paid)} − {yuan(valid)} = {yuan(beyond)}"
    return [Line("超出部分（按预付款）", said, cents(beyond), cites, id="prepaid")] if beyond else []


def _back(breaker: str, valid: Decimal, prepaid: Decimal) -> Line:
    times = rulebook("contracts").now("earnest.times")
    if breaker == "giver":
        said = f"交定金的一方违约：定金{yuan(valid)}不退，超出部分退{yuan(prepaid)}"
        return Line("应退还", said, cents(prepaid), times.cites, id="back")
    back = valid * times.number + prepaid
    said = f"收定金的一方违约：{yuan(valid)} × {plain(times.number)} + {yuan(prepaid)} = {yuan(back)}"
    return Line("应退还", said, cents(back), times.cites, id="back")


def _instead(breaker: str, liquidated: Decimal, paid: Decimal) -> Line:
    if breaker == "taker":
        said = f"选违约金{yuan(liquidated)}的，定金不再双倍返还，只退回所交的{yuan(paid)}；两样只能选一样"
    else:
        said = f"守约方选违约金{yuan(liquidated)}的，不能再扣定金，所交的{yuan(paid)}抵作价款或者退还；两样只能选一样"
    return Line("违约金与定金", said, liquidated, ("民法典第五百八十八条第一款",))


EARNEST_MONEY = Calculator(
    id="earnest_money",
    name="定金",
    about="定金多少有效，违约以后退多少。",
    matters=("contract.deposit", "housing.purchase"),
    facts=_FACTS,
    compute=_compute,
)
