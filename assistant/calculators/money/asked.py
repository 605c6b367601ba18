"""A fact that several money calculators ask for."""

from assistant.facts.model import Fact, Kind

AMOUNT = Fact(
    "amount",
    "金额",
    Kind.MONEY,
    "您请求的金额一共是多少？",
    "费用按金额分段计算。",
    unit="元",
    required=False,
)
