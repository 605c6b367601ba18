"""What is asked about an estate and those who may inherit it."""

from decimal import Decimal

from assistant.facts.model import Fact, Kind


def _persons(fact: str, label: str, question: str, why: str, most: int | None = None, required: bool = True) -> Fact:
    bound = None if most is None else Decimal(most)
    return Fact(fact, label, Kind.NUMBER, question, why, unit="人", least=Decimal(0), most=bound, required=required)


_SECOND = "没有配偶、子女、父母的，才轮到他们。"
FACTS = (
    Fact(
        "estate",
        "财产总额",
        Kind.MONEY,
        "财产一共值多少（夫妻共有的，填两个人的总数；还清债务以后）？",
        "份额按财产总额算。",
        unit="元",
    ),
    Fact(
        "common",
        "是夫妻共有的财产",
        Kind.FLAG,
        "这些财产是夫妻共有的吗？",
        "共有的财产先分一半给配偶，另一半才是遗产。",
    ),
    Fact("spouse", "有配偶", Kind.FLAG, "去世的人有配偶吗（没有离婚、还在世）？", "配偶是第一顺序继承人。"),
    _persons("children", "子女人数", "有几个子女（在世的；先去世但留有后代的也算一个）？", "子女是第一顺序继承人。"),
    _persons(
        "parents", "在世的父母人数", "父母有几位还在世（养父母、有扶养关系的继父母也算）？", "父母是第一顺序继承人。"
    ),
    _persons(
        "siblings",
        "兄弟姐妹人数",
        "有几个兄弟姐妹（先去世但有子女的也算一个）？",
        _SECOND,
        required=False,
    ),
    _persons(
        "grandparents",
        "在世的祖父母、外祖父母人数",
        "祖父母、外祖父母有几位还在世？",
        _SECOND,
        most=4,
        required=False,
    ),
)
