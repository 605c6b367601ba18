"""The line of a region, where a local regulation that is held says how many times a local standard it is."""

from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.model import Line
from assistant.calculators.rulebook import Rule, rulebook
from assistant.facts.model import Fact, Facts, Kind

ALLOWANCE = Fact(
    "allowance",
    "当地上一年度的最低生活保障标准",
    Kind.MONEY,
    "所在县（市、区）上一年度的最低生活保障标准是每人每月多少元？",
    "当地的经济困难标准按它的倍数定。",
    unit="元",
    required=False,
)
LOW_INCOME = Fact(
    "low_income",
    "当地的低收入家庭标准",
    Kind.MONEY,
    "当地认定低收入家庭的标准是每人每月多少元？",
    "当地的经济困难标准按它定。",
    unit="元",
    required=False,
)
_STANDARDS = (("times_allowance", ALLOWANCE), ("times_low_income", LOW_INCOME))


@dataclass(frozen=True, slots=True)
class Bound:
    """The income up to which a household is in need, in yuan a month and head, and the line (id `line`) of it."""

    amount: Decimal
    line: Line


def bound(amount: Decimal, said: str, cites: tuple[str, ...]) -> Bound:
    """The bound rounded to cents, from a local figure that the person gave."""
    return Bound(cents(amount), Line("经济困难标准", said, cents(amount), cites, "您提供的当地标准", "line"))


def local_bound(facts: Facts) -> Bound | Fact | None:
    """The bound of the region; the standard that has to be told for it; None where none is held."""
    for region in _upwards(told.choice(facts, "region")) if "region" in facts else ():
        for times, standard in _STANDARDS:
            if f"{times}.{region}" in rulebook("aid").rules:
                rule = rulebook("aid").now(f"{times}.{region}")
                return _bound(facts, standard, rule) if standard.id in facts else standard
    return None


def _upwards(region: str) -> tuple[str, str, str]:
    """A region, its city, its province."""
    return region, f"{region[:4]}00", f"{region[:2]}0000"


def _bound(facts: Facts, standard: Fact, rule: Rule) -> Bound:
    told_sum = told.number(facts, standard.id)
    amount = told_sum * rule.number
    said = f"{standard.label}{yuan(told_sum)} × {plain(rule.number)} = {yuan(amount)}"
    return bound(amount, said, rule.cites)
