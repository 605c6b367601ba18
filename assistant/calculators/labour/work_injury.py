"""工伤伤残待遇: what each of the ten grades gives, once, each month, and at the end of the employment."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import cents, percent, plain, yuan
from assistant.calculators.labour.own_wage import OWN_WAGE, own_wage
from assistant.calculators.labour.provincial import province, provincial
from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.calculators.reckoning import worked
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts, Kind

_GRADE = Fact(
    "grade",
    "伤残等级",
    Kind.NUMBER,
    "劳动能力鉴定是几级（1到10级）？",
    "待遇按鉴定的等级算，一级最重。",
    unit="级",
    least=Decimal(1),
    most=Decimal(10),
)
_AVERAGE_WAGE = Fact(
    "average_wage",
    "统筹地区职工月平均工资",
    Kind.MONEY,
    "参保地（统筹地区）上年度职工月平均工资是多少？",
    "本人工资要在它的60%到300%之间；离职时的两项补助金也常以它为基数。",
    unit="元",
    required=False,
)
_LEAVING = Fact(
    "leaving",
    "是否解除或终止劳动关系",
    Kind.FLAG,
    "劳动关系已经或者将要结束吗？",
    "五级到十级，离开单位时另有两项补助金。",
    required=False,
)
_REGION = Fact(
    "region",
    "参保地",
    Kind.REGION,
    "在哪个省参加工伤保险？",
    "两项补助金的月数由各省规定。",
    required=False,
)
_WHY_MONTHS = "这两项的标准由省、自治区、直辖市规定（工伤保险条例第三十六条、第三十七条），可以拨打12333询问。"


def _months(fact: str, label: str) -> Fact:
    question = f"本省规定的{label}，这一等级是几个月？"
    return Fact(fact, f"{label}月数", Kind.NUMBER, question, _WHY_MONTHS, unit="个月", least=Decimal(0), required=False)


_MEDICAL = _months("months_medical", "一次性工伤医疗补助金")
_EMPLOYMENT = _months("months_employment", "一次性伤残就业补助金")
_SEVERE, _MIDDLE = 4, 6  # the last grades that leave work, and that leave it where no suitable work is found
_REGIONAL_NOTES = {
    "330000": "浙江以上年度全省职工月平均工资为基数；离法定退休年龄不足五年的，就业补助金逐年递减。",
    "410000": "河南：患职业病的，医疗补助金增发百分之三十；离正常退休年龄不足五年的，就业补助金逐年递减。",
}
_SUBSIDY_NOTE = "两项补助金的基数和月数以本省规定为准：有的省以本人工资为基数，接近退休年龄的会减少。"
_UNINSURED = "单位没有依法参加工伤保险的，这些钱由单位支付（工伤保险条例第六十二条）。"


def _compute(facts: Facts) -> Working | Wanting:
    grade = told.whole(facts, "grade")
    if grade > _SEVERE and (missing := _missing(facts, grade)):
        return Wanting(missing, f"{grade}级伤残还要知道：{'、'.join(fact.label for fact in missing)}")
    wage, wage_line = own_wage(facts)
    once = rulebook("labour").now("work_injury.once")
    months = once.nth(grade)
    amount = cents(wage * months)
    said = f"{yuan(wage)} × {plain(months)}个月（{grade}级）= {yuan(amount)}"
    lines = [wage_line, Line("一次性伤残补助金", said, amount, (_article(grade) + "第一款第一项",), id="once")]
    leaving = grade > _SEVERE and told.flag(facts, "leaving")
    if grade <= _MIDDLE and not leaving:
        lines.append(_monthly(grade, wage))
    if leaving:
        lines += _subsidies(facts, grade)
    return worked(lines, _notes(facts, grade, leaving))


def _missing(facts: Facts, grade: int) -> tuple[Fact, ...]:
    """What the subsidies of grades 5 to 10 want and neither the person nor the province's table gives."""
    if "leaving" not in facts:
        return (_LEAVING,)
    if not told.flag(facts, "leaving"):
        return ()
    wanted = [_AVERAGE_WAGE] if "average_wage" not in facts else []
    return (*wanted, *(fact for fact in (_MEDICAL, _EMPLOYMENT) if _months_of(facts, fact, grade) is None))


def _months_of(facts: Facts, fact: Fact, grade: int) -> tuple[Decimal, tuple[str, ...]] | None:
    """(months, articles): the months told, else those of the province's table; None where there are none."""
    if (months := told.maybe_number(facts, fact.id)) is not None:
        return months, ()
    rule = provincial(facts, f"work_injury.{fact.id.removeprefix('months_')}")
    return (rule.nth(grade - _SEVERE), rule.cites) if rule else None


def _monthly(grade: int, wage: Decimal) -> Line:
    share = rulebook("labour").now("work_injury.monthly").nth(grade)
    amount = cents(wage * share)
    when = "" if grade <= _SEVERE else "单位难以安排适当工作的，按月"
    said = f"{when}{yuan(wage)} × {percent(share)} = {yuan(amount)}"
    return Line("伤残津贴（每月）", said, amount, (_article(grade) + "第一款第二项",), id="monthly")


def _subsidies(facts: Facts, grade: int) -> Iterator[Line]:
    base = told.number(facts, "average_wage")
    article = _article(grade) + ("第二款" if grade <= _MIDDLE else "第一款第二项")
    for fact, line, payer in (
        (_MEDICAL, "medical_subsidy", "工伤保险基金支付"),
        (_EMPLOYMENT, "employment_subsidy", "单位支付"),
    ):
        if found := _months_of(facts, fact, grade):
            months, cites = found
            amount = cents(base * months)
            said = f"{yuan(base)} × {plain(months)}个月 = {yuan(amount)}（{payer}）"
            yield Line(fact.label.removesuffix("月数"), said, amount, (article, *cites), id=line)


def _notes(facts: Facts, grade: int, leaving: bool) -> Iterator[str]:
    if "average_wage" not in facts:
        yield "没有填统筹地区职工月平均工资，本人工资没有按60%到300%的范围调整。"
    if grade <= _SEVERE:
        yield "一级到四级保留劳动关系、退出岗位；伤残津贴低于当地最低工资的，由工伤保险基金补足差额。"
    elif grade <= _MIDDLE and not leaving:
        yield "伤残津贴低于当地最低工资的，由单位补足差额。"
    if leaving:
        yield _REGIONAL_NOTES.get(province(facts), _SUBSIDY_NOTE)
    yield _UNINSURED


def _article(grade: int) -> str:
    if grade <= _SEVERE:
        return "工伤保险条例第三十五条"
    return "工伤保险条例第三十六条" if grade <= _MIDDLE else "工伤保险条例第三十七条"


WORK_INJURY = Calculator(
    id="work_injury",
    name="工伤伤残待遇",
    about="鉴定为一级到十级伤残后，能拿到哪些工伤待遇、各多少。",
    matters=("labour.injury",),
    facts=(_GRADE, OWN_WAGE, _AVERAGE_WAGE, _LEAVING, _REGION, _MEDICAL, _EMPLOYMENT),
    compute=_compute,
)
