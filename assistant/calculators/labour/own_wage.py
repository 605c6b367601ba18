"""本人工资 of work-injury benefits: held between 60 and 300 per cent of the area's average wage."""

from decimal import Decimal

from assistant.calculators import told
from assistant.calculators.amounts import percent, yuan
from assistant.calculators.model import Line
from assistant.calculators.rulebook import rulebook
from assistant.facts.model import Fact, Facts, Kind

OWN_WAGE = Fact(
    "wage",
    "本人工资",
    Kind.MONEY,
    "受伤前十二个月，您平均每月的缴费工资是多少？",
    "工伤待遇按受伤前十二个月的平均月缴费工资算；没有参保的，一般看实际工资。",
    unit="元",
)


def own_wage(facts: Facts) -> tuple[Decimal, Line]:
    """(the wage in yuan that counts, how it was found) of the facts `wage` and, where told, `average_wage`."""
    wage, average = told.number(facts, "wage"), told.maybe_number(facts, "average_wage")
    least, most = rulebook("labour").now("work_injury.least_wage"), rulebook("labour").now("work_injury.most_wage")
    said, counted = f"受伤前十二个月平均月缴费工资{yuan(wage)}", wage
    if average is not None and wage > average * most.number:
        counted = average * most.number
        said = _held(wage, "高于", average, most.number, counted)
    elif average is not None and wage < average * least.number:
        counted = average * least.number
        said = _held(wage, "低于", average, least.number, counted)
    return counted, Line("本人工资", said, counted, least.cites)


def _held(wage: Decimal, side: str, average: Decimal, share: Decimal, counted: Decimal) -> str:
    bound = f"统筹地区职工平均工资{yuan(average)}的{percent(share)}"
    return f"{yuan(wage)}{side}{bound}，按{yuan(average)} × {percent(share)} = {yuan(counted)}计算"
