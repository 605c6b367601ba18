"""Those whose means are not examined, and those to whom the means do not matter."""

from dataclasses import dataclass

from assistant.facts.model import Choice


@dataclass(frozen=True, slots=True)
class Group:
    """People to whom the means test does not apply: an answer to the question of who applies, and the article."""

    choice: Choice
    cite: str
    proof: str


_UNEXAMINED = "有材料证明的，免予核查经济困难状况"
_WITHOUT_MEANS = "申请法律援助不受经济困难条件限制"

GROUPS = (
    Group(
        Choice(
            "no_livelihood",
            "没有固定生活来源的未成年人、老年人、残疾人等",
            ("未成年人", "老年人", "残疾人", "minor", "elder", "disabled"),
        ),
        "法律援助法第四十二条第一项",
        _UNEXAMINED,
    ),
    Group(
        Choice("relief", "社会救助、司法救助或者优抚对象", ("低保户", "特困", "优抚", "社会救助", "司法救助")),
        "法律援助法第四十二条第二项",
        _UNEXAMINED,
    ),
    Group(
        Choice("migrant_worker", "讨要劳动报酬或者请求工伤赔偿的进城务工人员", ("农民工", "进城务工")),
        "法律援助法第四十二条第三项",
        _UNEXAMINED,
    ),
    Group(
        Choice("violence_victim", "受虐待、遗弃或者家庭暴力的受害人", ("家暴", "虐待", "遗弃")),
        "法律援助法第三十二条第四项",
        _WITHOUT_MEANS,
    ),
    Group(
        Choice("good_samaritan", "因见义勇为主张民事权益的人", ("见义勇为",)),
        "法律援助法第三十二条第二项",
        _WITHOUT_MEANS,
    ),
    Group(
        Choice("hero_family", "维护英雄烈士人格权益的近亲属", ("英雄烈士", "烈属")),
        "法律援助法第三十二条第一项",
        _WITHOUT_MEANS,
    ),
    Group(
        Choice("acquitted", "再审改判无罪、请求国家赔偿的人", ("改判无罪",)),
        "法律援助法第三十二条第三项",
        _WITHOUT_MEANS,
    ),
)
NONE = Choice("none", "都不是", ("没有", "不属于"))
