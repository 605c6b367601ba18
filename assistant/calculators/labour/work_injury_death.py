"""工亡待遇: funeral, the one-off sum, and the pensions of those whom the dead kept."""

from dataclasses import replace
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.figures import figure
from assistant.calculators.labour.own_wage import OWN_WAGE, own_wage
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.errors import BadFact
from assistant.facts.model import Fact, Facts, Kind

_DIED = Fact("died", "去世日期", Kind.DATE, "职工是哪一天去世的？", "一次性工亡补助金按去世上一年度的全国数字算。")
_WAGE = replace(OWN_WAGE, question="受伤前十二个月，职工平均每月的缴费工资是多少？")
_AVERAGE_WAGE = Fact(
    "average_wage",
    "统筹地区上年度职工月平均工资",
    Kind.MONEY,
    "参保地（统筹地区）上年度职工月平均工资是多少？",
    "丧葬补助金是它的六个月。",
    unit="元",
)
_SPOUSE = Fact(
    "spouse", "有没有受供养的配偶", Kind.FLAG, "有没有靠职工供养、没有劳动能力的配偶？", "配偶每月按40%领取抚恤金。"
)


def _people(fact: str, label: str, question: str, why: str) -> Fact:
    return Fact(fact, label, Kind.NUMBER, question, why, unit="人", least=Decimal(0))


_OTHERS = _people(
    "others",
    "其他受供养亲属人数",
    "除配偶外，还有几位靠职工供养、没有劳动能力的亲属（如未成年子女、年老父母）？",
    "其他亲属每人每月按30%领取抚恤金。",
)
_ALONE = _people(
    "alone", "其中孤寡老人或孤儿人数", "这些亲属里有几位是孤寡老人或者孤儿？", "孤寡老人、孤儿每人每月增加10%。"
)
_INCOME = Fact(
    "national_income",
    "上一年度全国城镇居民人均可支配收入",
    Kind.MONEY,
    "去世上一年度的全国城镇居民人均可支配收入是多少（国家统计局公布）？",
    "一次性工亡补助金是它的二十倍。",
    unit="元",
    required=False,
)
_NOTES = (
    "一次性工亡补助金只给因工死亡，或者停工留薪期内因工伤去世的；一级到四级伤残职工在停工留薪期满后去世的，"
    "近亲属只领丧葬补助金和供养亲属抚恤金（工伤保险条例第三十九条第二款、第三款）。",
    "单位没有依法参加工伤保险的，这些钱由单位支付（工伤保险条例第六十二条）。",
)


def _compute(facts: Facts) -> Working | Wanting:
    died, book = told.day(facts, "died"), rulebook("labour")
    once = book.on("work_injury_death.once", died)
    if once is None:
        return Wanting((), "2011年以前因工死亡的，一次性工亡补助金按当时的规定算，请咨询律师。")
    found = _income(facts, died.year - 1)
    if found is None:
        return Wanting(
            (_INCOME,), f"没有{died.year - 1}年度全国城镇居民人均可支配收入的数字，请按国家统计局公布的填写。"
        )
    income, source = found
    average, funeral = told.number(facts, "average_wage"), book.now("work_injury_death.funeral")
    bury, lump = cents(average * funeral.number), cents(income * once.number)
    bury_said = f"{yuan(average)} × {plain(funeral.number)}个月 = {yuan(bury)}"
    lump_said = f"{yuan(income)} × {plain(once.number)}倍 = {yuan(lump)}"
    lines = (
        Line("丧葬补助金", bury_said, bury, funeral.cites, id="funeral"),
        Line("一次性工亡补助金", lump_said, lump, once.cites, source, "once"),
    )
    return worked((*lines, *_pension(facts)), _NOTES)


def _income(facts: Facts, year: int) -> tuple[Decimal, str] | None:
    """(the nation's urban income per head in yuan, its source): what the person tells comes before the table."""
    if (said := told.maybe_number(facts, "national_income")) is not None:
        return said, "您填写的数字"
    found = figure("urban_income", year)
    return (found.value, found.source) if found else None


def _pension(facts: Facts) -> tuple[Line, ...]:
    """The pensions together; none where nobody was kept."""
    spouse, others, alone = told.flag(facts, "spouse"), told.whole(facts, "others"), told.whole(facts, "alone")
    if alone > others + int(spouse):
        raise BadFact("alone", alone, "「其中孤寡老人或孤儿人数」不能多于受供养亲属的人数")
    if not (spouse or others):
        return ()
    book = rulebook("labour")
    wage, wage_line = own_wage(facts)
    parts = (
        (int(spouse), book.now("work_injury_death.spouse").number, "配偶"),
        (others, book.now("work_injury_death.other").number, "其他亲属"),
        (alone, book.now("work_injury_death.alone").number, "孤寡老人或孤儿增加"),
    )
    share = sum((count * rate for count, rate, _ in parts), Decimal(0))
    said = " + ".join(f"{who}{percent(rate)} × {count}人" for count, rate, who in parts if count)
    capped = min(share, Decimal(1))
    over = "，合计不超过本人工资" if share > 1 else ""
    amount = cents(wage * capped)
    cites = book.now("work_injury_death.other").cites
    return (
        wage_line,
        Line("抚恤金比例", f"{said} = {percent(share)}{over}", None, cites),
        Line(
            "供养亲属抚恤金（每月合计）",
            f"{yuan(wage)} × {percent(capped)} = {yuan(amount)}",
            amount,
            cites,
            id="monthly",
        ),
    )


WORK_INJURY_DEATH = Calculator(
    id="work_injury_death",
    name="工亡待遇",
    about="职工因工死亡，近亲属能领到哪些钱、各多少。",
    matters=("labour.injury",),
    facts=(_DIED, _WAGE, _AVERAGE_WAGE, _SPOUSE, _OTHERS, _ALONE, _INCOME),
    compute=_compute,
)
