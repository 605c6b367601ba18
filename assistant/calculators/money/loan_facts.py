"""What is asked about a loan."""

from assistant.facts.model import Fact, Kind

PRINCIPAL = Fact(
    "principal",
    "本金",
    Kind.MONEY,
    "实际借出的本金是多少？",
    "预先扣掉利息的，以实际拿到的钱为本金。",
    unit="元",
)
LENT = Fact(
    "lent",
    "借款合同成立的日子",
    Kind.DATE,
    "借款合同是哪一天成立的（个人之间的借款，是钱交到手的那天）？",
    "利率上限看合同成立那天的一年期LPR。",
)
START = Fact("start", "起息日", Kind.DATE, "利息从哪一天起算？", "按实际天数算。")
END = Fact("end", "截止日", Kind.DATE, "利息算到哪一天（当天不算）？", "按实际天数算。")
RATE = Fact(
    "rate",
    "约定的年利率",
    Kind.SHARE,
    "约定的年利率是多少（月息一分是年利率12%）？没有约定可以跳过。",
    "没有约定利息的，借款期内不能要利息。",
    required=False,
)
OVERDUE = Fact(
    "overdue",
    "已经逾期",
    Kind.FLAG,
    "问的是到期没有还以后的利息吗？",
    "没有约定利率的，逾期以后可以按LPR要利息。",
    required=False,
)
FILED = Fact(
    "filed",
    "起诉的日子",
    Kind.DATE,
    "哪一天起诉（还没有起诉的，填打算起诉的日子）？",
    "2020年8月20日以前成立的借款，后一段的利率上限看起诉那天。",
    required=False,
)
LPR = Fact(
    "lpr",
    "合同成立时的一年期LPR",
    Kind.SHARE,
    "合同成立那天（或者之前最近一次公布的）一年期LPR是多少？",
    "利率上限是它的四倍，可以在中国人民银行网站查到。",
    required=False,
)
LPR_START = Fact(
    "lpr_start",
    "逾期开始时的一年期LPR",
    Kind.SHARE,
    "逾期开始那天（或者之前最近一次公布的）一年期LPR是多少？",
    "没有约定利率的，逾期利息参照它算，可以在中国人民银行网站查到。",
    required=False,
)
LPR_FILED = Fact(
    "lpr_filed",
    "起诉时的一年期LPR",
    Kind.SHARE,
    "起诉那天（或者之前最近一次公布的）一年期LPR是多少？",
    "较早的借款，后一段的利率上限是它的四倍，可以在中国人民银行网站查到。",
    required=False,
)
FACTS = (PRINCIPAL, LENT, START, END, RATE, OVERDUE, FILED, LPR, LPR_START, LPR_FILED)
