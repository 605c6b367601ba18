"""Facts that several labour calculators ask for."""

from assistant.facts.model import Fact, Kind

START = Fact(
    "start",
    "入职日期",
    Kind.DATE,
    "您是哪一天开始在这家单位上班的？",
    "工作年限从实际上班那天算起，不看合同上写的日期。",
)
END = Fact(
    "end",
    "最后工作日",
    Kind.DATE,
    "劳动关系是哪一天结束的（最后一天在职）？",
    "工作年限算到这一天。",
)
WAGE = Fact(
    "wage",
    "月平均工资",
    Kind.MONEY,
    "离职前十二个月，您平均每月应发工资是多少（税前，含奖金、津贴、补贴）？",
    "补偿按离职前十二个月的平均应发工资算。",
    unit="元",
)
AVERAGE_WAGE = Fact(
    "average_wage",
    "当地上年度职工月平均工资",
    Kind.MONEY,
    "单位所在的直辖市或设区的市，上年度职工月平均工资是多少？",
    "月工资高于它的三倍时，补偿的标准和年限有上限。",
    unit="元",
    required=False,
)
MINIMUM_WAGE = Fact(
    "minimum_wage",
    "当地最低月工资标准",
    Kind.MONEY,
    "当地的最低月工资标准是多少？",
    "平均工资低于最低工资标准的，按最低工资标准算。",
    unit="元",
    required=False,
)
