"""风险代理: the most that a lawyer's contingency fee may be."""

from assistant.calculators import told
from assistant.calculators.additions import added
from assistant.calculators.amounts import cents
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.scales import parts
from assistant.facts.model import Fact, Facts, Kind

_FACTS = (
    Fact("amount", "标的额", Kind.MONEY, "案件的标的额是多少？", "风险代理收费的上限按标的额分段算。", unit="元"),
)
_NOTES = (
    "这是各个环节合计的最高数额，不是应付数额；具体收多少由您和律师事务所书面约定，可以低得多。",
    "刑事、行政、国家赔偿、群体性诉讼、婚姻继承案件，以及要求社会保险待遇、最低生活保障待遇、赡养费、抚养费、扶养费、"
    "抚恤金、救济金、工伤赔偿、劳动报酬的案件，不得风险代理（司发通〔2021〕87号）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    rule = rulebook("fees").now("contingency")
    laid = parts(rule.brackets, told.number(facts, "amount"))
    lines = [Line(part.label, part.sum, part.counts, rule.cites, rule.source) for part in laid]
    cap, said = added([part.counts for part in laid])
    return worked((*lines, Line("收费上限", said, cents(cap), rule.cites, rule.source, "cap")), _NOTES)


CONTINGENCY_FEE = Calculator(
    id="contingency_fee",
    name="风险代理收费上限",
    about="律师风险代理，最多可以收多少。",
    matters=("services.lawyer",),
    facts=_FACTS,
    compute=_compute,
)
