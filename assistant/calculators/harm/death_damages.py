"""死亡赔偿: what the family of the dead may claim, head by head."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, plain, yuan
from assistant.calculators.harm.asked import DEPENDANTS, MEDICAL, MENTAL, SHARE, age, income_per_head
from assistant.calculators.harm.items import LAW, STANDARDS_NOTES, Item, for_child, of_sum, paid_years, total
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.wanted import wanted
from assistant.facts.model import Fact, Facts, Kind

_FACTS = (
    age("去世时", required=True),
    income_per_head(required=True),
    Fact(
        "average_wage",
        "职工月平均工资",
        Kind.MONEY,
        "法院所在省（区、市）上一年度职工月平均工资是多少？统计局、人社局网站可以查到。",
        "丧葬费是六个月的职工月平均工资。",
        unit="元",
    ),
    MEDICAL,
    *DEPENDANTS,
    MENTAL,
    SHARE,
)
_NOTES = (
    "同一次侵权造成多人死亡的，可以按相同数额确定死亡赔偿金（民法典第一千一百八十条）。",
    "为治疗和办丧事支出的交通费、误工费等合理费用可以另外要求，没有计入。",
    *STANDARDS_NOTES,
)


def _compute(facts: Facts) -> Working | Wanting:
    if "child_years" in facts and (
        lacks := wanted(_FACTS, facts, ("spend_per_head",), "算被扶养人生活费要知道人均消费支出。")
    ):
        return lacks
    years, counted = paid_years(int(told.number(facts, "age")))
    items = [_death(facts, years), _funeral(facts), *_others(facts)]
    return worked((counted, *(item.line for item in items), total(items, told.number_or(facts, "share", 1))), _NOTES)


def _death(facts: Facts, years: int) -> Item:
    income = told.number(facts, "income_per_head")
    amount = income * years
    said = f"{yuan(income)} × {years}年 = {yuan(amount)}"
    return Item(Line("死亡赔偿金", said, cents(amount), (f"{LAW}第十五条",), id="death"), amount)


def _funeral(facts: Facts) -> Item:
    wage, months = told.number(facts, "average_wage"), rulebook("harm").now("funeral_months")
    amount = wage * months.number
    said = f"{yuan(wage)} × {plain(months.number)}个月 = {yuan(amount)}"
    return Item(Line("丧葬费", said, cents(amount), months.cites, id="funeral"), amount)


def _others(facts: Facts) -> list[Item]:
    """Treatment before the death, the child, the grief, where they are told."""
    found: list[Item] = []
    if "medical" in facts:
        found.append(of_sum(MEDICAL.label, told.number(facts, "medical"), (f"{LAW}第六条",)))
    if child := for_child(facts, Decimal(1)):
        found.append(child)
    if "mental" in facts:
        found.append(of_sum(MENTAL.label, told.number(facts, "mental"), ("民法典第一千一百八十三条第一款",)))
    return found


DEATH_DAMAGES = Calculator(
    id="death_damages",
    name="死亡赔偿",
    about="亲人因他人侵权去世，可以要求赔多少。",
    matters=("tort.injury", "tort.medical", "traffic.accident"),
    facts=_FACTS,
    compute=_compute,
)
