"""人身损害赔偿: what may be claimed for an injury, head by head."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, yuan
from assistant.calculators.harm.asked import DEPENDANTS, MEDICAL, MENTAL, SHARE, age, income_per_head
from assistant.calculators.harm.items import LAW, STANDARDS_NOTES, Item, for_child, of_days, of_sum, paid_years, total
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.calculators.wanted import wanted
from assistant.facts.model import Fact, Facts, Kind


def _sum(fact: str, label: str, question: str, why: str) -> Fact:
    return Fact(fact, label, Kind.MONEY, question, why, unit="元", required=False)


def _days(fact: str, label: str, question: str, why: str) -> Fact:
    return Fact(fact, label, Kind.NUMBER, question, why, unit="天", least=Decimal(0), required=False)


_BY_DAYS = (
    (
        "误工费",
        _days(
            "lost_days",
            "误工天数",
            "医院证明要休息多少天？",
            "误工时间按医院证明；因伤残持续误工的，可以算到定残前一天。",
        ),
        _sum(
            "daily_income",
            "每天的收入",
            "受伤以前平均每天收入多少？",
            "有固定收入的按实际减少的收入，没有的按近三年平均。",
        ),
        (f"{LAW}第七条",),
    ),
    (
        "护理费",
        _days("nursing_days", "护理天数", "需要人护理多少天？", "护理期算到能自己生活为止。"),
        _sum(
            "nursing_daily",
            "每天的护理费",
            "护理的人每天少收入多少，或者请护工每天多少钱？",
            "按护理的人的收入或者当地护工的报酬算。",
        ),
        (f"{LAW}第八条",),
    ),
    (
        "住院伙食补助费",
        _days("hospital_days", "住院天数", "住院多少天？", "住院期间有伙食补助。"),
        _sum("meal_daily", "每天的伙食补助标准", "当地机关工作人员出差的伙食补助每天多少？", "参照这个标准确定。"),
        (f"{LAW}第十条第一款",),
    ),
)
_BY_SUM = (
    (_sum("nutrition", "营养费", "医院建议加强营养的，营养费多少？", "参照医疗机构的意见确定。"), f"{LAW}第十一条"),
    (_sum("travel", "交通费", "就医和转院花了多少交通费？", "要有正式票据。"), f"{LAW}第九条"),
    (
        _sum("aids", "残疾辅助器具费", "轮椅、假肢等辅助器具要多少钱？", "按普通适用器具的合理费用算。"),
        f"{LAW}第十三条第一款",
    ),
    (MENTAL, "民法典第一千一百八十三条第一款"),
)
_GRADE = Fact(
    "grade",
    "伤残等级",
    Kind.NUMBER,
    "鉴定为几级伤残（一级最重，十级最轻）？没有伤残可以跳过。",
    "残疾赔偿金按等级的比例算。",
    unit="级",
    least=Decimal(1),
    most=Decimal(10),
    required=False,
)
_FACTS = (
    MEDICAL,
    *(fact for _, days, daily, _ in _BY_DAYS for fact in (days, daily)),
    *(fact for fact, _ in _BY_SUM),
    _GRADE,
    age("定残时", required=False),
    income_per_head(required=False),
    *DEPENDANTS,
    SHARE,
)
_LOSSES = ("medical", "grade", *(days.id for _, days, _, _ in _BY_DAYS), *(fact.id for fact, _ in _BY_SUM))
_NOTES = (
    "伤残等级的比例是各地法院通行的对应；有多处伤残的，比例另有算法，以鉴定意见和法院认定为准。",
    *STANDARDS_NOTES,
)


def _compute(facts: Facts) -> Working | Wanting:
    if lacks := _lacking(facts):
        return lacks
    items = [*_costs(facts), *_by_sum(facts)]
    lines = [item.line for item in items]
    if "grade" in facts:
        years, counted = paid_years(int(told.number(facts, "age")))
        degree = rulebook("harm").now("grades").nth(told.whole(facts, "grade"))
        lost = [item for item in (_disability(facts, years, degree), for_child(facts, degree)) if item]
        lines += [counted, *(item.line for item in lost)]
        items += lost
    return worked((*lines, total(items, told.number_or(facts, "share", 1))), _NOTES)


def _lacking(facts: Facts) -> Wanting | None:
    """Half a pair is no sum: the days without the pay of a day, the grade without age and income."""
    for label, days, daily, _ in _BY_DAYS:
        if (days.id in facts) != (daily.id in facts):
            return wanted(_FACTS, facts, (days.id, daily.id), f"算{label}要同时知道天数和每天的数额。")
    if not any(loss in facts for loss in _LOSSES):
        return wanted(_FACTS, facts, _LOSSES, "要算赔偿，至少要知道一项损失。")
    if "child_years" in facts and (
        lacks := wanted(_FACTS, facts, ("spend_per_head", "grade"), "算被扶养人生活费要知道人均消费支出和伤残等级。")
    ):
        return lacks
    if "grade" in facts:
        return wanted(_FACTS, facts, ("age", "income_per_head"), "算残疾赔偿金要知道定残时的年龄和人均可支配收入。")
    return None


def _costs(facts: Facts) -> list[Item]:
    medical = [of_sum("医疗费", told.number(facts, "medical"), (f"{LAW}第六条",))] if "medical" in facts else []
    return medical + [
        of_days(label, told.number(facts, days.id), told.number(facts, daily.id), cites)
        for label, days, daily, cites in _BY_DAYS
        if days.id in facts
    ]


def _by_sum(facts: Facts) -> list[Item]:
    return [of_sum(fact.label, told.number(facts, fact.id), (cite,)) for fact, cite in _BY_SUM if fact.id in facts]


def _disability(facts: Facts, years: int, degree: Decimal) -> Item:
    income, grades = told.number(facts, "income_per_head"), rulebook("harm").now("grades")
    amount = income * years * degree
    said = f"{yuan(income)} × {years}年 × {percent(degree)}（{told.whole(facts, 'grade')}级）= {yuan(amount)}"
    line = Line(
        "残疾赔偿金", said, cents(amount), (f"{LAW}第十二条第一款",), f"伤残比例：{grades.source}", "disability"
    )
    return Item(line, amount)


INJURY_DAMAGES = Calculator(
    id="injury_damages",
    name="人身损害赔偿",
    about="被人打伤、撞伤、摔伤，可以要求赔多少。",
    matters=("tort.injury", "tort.school", "tort.medical", "tort.animal", "tort.building", "traffic.accident"),
    facts=_FACTS,
    compute=_compute,
)
