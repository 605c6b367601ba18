"""Facts that several harm calculators ask for."""

from decimal import Decimal

from assistant.facts.model import Fact, Kind

MEDICAL = Fact(
    "medical",
    "医疗费",
    Kind.MONEY,
    "医疗费一共花了多少（有票据的）？",
    "医疗费按实际发生的、有票据的数额赔。",
    unit="元",
    required=False,
)
MENTAL = Fact(
    "mental",
    "精神损害抚慰金",
    Kind.MONEY,
    "想要求多少精神损害抚慰金？",
    "造成严重精神损害的可以要求，数额由法院定。",
    unit="元",
    required=False,
)
SHARE = Fact(
    "share",
    "对方的责任比例",
    Kind.SHARE,
    "对方要承担几成责任（例如七成是0.7）？不知道可以跳过，按全部责任算。",
    "自己也有过错的，对方的责任会减轻。",
    required=False,
)
SPEND_PER_HEAD = Fact(
    "spend_per_head",
    "城镇居民人均消费支出",
    Kind.MONEY,
    "法院所在省（区、市）上一年度城镇居民人均消费支出是多少？统计局网站可以查到。",
    "被扶养人生活费按它算。",
    unit="元",
    required=False,
)
CHILD_YEARS = Fact(
    "child_years",
    "孩子到十八周岁的年数",
    Kind.NUMBER,
    "要抚养的孩子离十八周岁还有几年（几个孩子的，分别算）？",
    "未成年的孩子，生活费算到十八周岁。",
    unit="年",
    least=Decimal(0),
    most=Decimal(18),
    required=False,
)
CHILD_PAYERS = Fact(
    "child_payers",
    "抚养这个孩子的人数",
    Kind.NUMBER,
    "包括受害人在内，有几个人抚养这个孩子（一般是父母二人）？",
    "只赔受害人应当负担的那一份。",
    unit="人",
    least=Decimal(1),
    required=False,
)
DEPENDANTS = (SPEND_PER_HEAD, CHILD_YEARS, CHILD_PAYERS)


def age(moment: str, required: bool) -> Fact:
    """The victim's age in whole years at a moment named in Chinese."""
    return Fact(
        "age",
        "年龄（周岁）",
        Kind.NUMBER,
        f"受害人{moment}多少周岁？",
        "六十周岁起，年龄越大，赔偿的年数越少。",
        unit="岁",
        least=Decimal(0),
        most=Decimal(130),
        required=required,
    )


def income_per_head(required: bool) -> Fact:
    """The income per head by which disability and death are paid."""
    return Fact(
        "income_per_head",
        "城镇居民人均可支配收入",
        Kind.MONEY,
        "法院所在省（区、市）上一年度城镇居民人均可支配收入是多少？统计局网站可以查到；您住的地方更高的，可以用您住的地方的。",
        "赔偿金按它算。",
        unit="元",
        required=required,
    )
