"""Years: 2021, 二零二一, 两千零八, 零八, 98, 19; and whether two digits are a year or how long."""

import re
from datetime import date

from assistant.understanding.entities.numerals import number

_DIGITS = "零〇幺一二两三四五六七八九"
YEAR = (
    rf"(?:19|20)[0-9]{{2}}|[0-9]{{2}}|[一二幺][九零〇][{_DIGITS}]{{2}}"  # 2021 · 98 · 二零二一 · 一九九八
    rf"|[两二]千(?:零[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?|零?[一二]十[一二三四五六七八九]?)?"  # 两千零八
    rf"|[{_DIGITS}]{{2}}"  # 零八 · 九八 · 一九
)
# 年终奖 and 年薪 are no year at all, 98年代 a decade, 10年后 how long
AFTER_YEAR = r"年(?!终奖|薪|假|费|息|利率|化|龄|级|轻|租|检|审|报酬|代|制|限|产权|陈|老|货|货款|多|来|间|刑)"
_SAID_BEFORE = re.compile(r"(?:[是在于从打到至自跟和、，。,：:（(\s]|^|结婚|入职|出生|生于|自从|截止)$")
_SAID_AFTER = re.compile(
    r"[的]?(?:[0-9一二三四五六七八九十正腊冬]{1,3}月|入职|进[厂的公单]|来|去|结|领证|离|买|卖|借|签|开始|出生|生[的人]|毕业|退|下岗|搬|盖|建|修|拆|分|参加"
    r"|的?时候|那|年?[初底末中]|春节?|夏|秋|冬|上半年|下半年|国庆|五一|元旦|中秋|过年|端午|认识|办|打|立|写|起|到|至|被|我|他|她|就|在|给|出|发"
    r"|判|死|去世|过世|走|租|考|当兵|登记|交|装|跟|投|嫁|娶|贷|立案|受伤)"
)
_HOW_LONG_BEFORE = re.compile(
    r"(?:了|满|近|快|干|判|过|已经?|有|够|整|足|长达|约|大概|差不多|将近|超|不到|第|前|后|个|每|租期|期限|刑期|工龄|婚龄|做|住|工作|用|坐|缴|交"
    r"|每隔)$"
)
_HOW_LONG_AFTER = re.compile(
    r"(?:了|前|以前|之前|后|以后|之后|内|以内|以上|以下|期|有期|徒刑|工龄|婚|的?合同|的?工|零|半|又|来|多|间|不|没|有余|左右|才|还)"
)


def year_of(said: str, today: date) -> int:
    """2021 as it is, 19 and 一九 the latest such year that is not after this one, 98 in the last century."""
    if "千" in said:
        read = number(said)
        return int(read) if read is not None else 0
    plain = ("").join(
        str("零一二三四五六七八九".index({"〇": "零", "幺": "一", "两": "二"}.get(c, c))) if not c.isdecimal() else c
        for c in said
    )
    year = int(plain)
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= today.year else 1900 + year


def is_year(text: str, match: re.Match[str]) -> bool:
    """Whether `year` in the match is a year: four digits are; two are where what stands around them says so."""
    said = match["year"]
    if len(said) > 2:
        return True
    if said[0] in "0零〇":
        return True
    after = text[match.end("year") + 1 :].lstrip()
    before = text[max(0, match.start() - 4) : match.start()]
    if match["month"] or match["lunar_month"] or match["feast"] or match["year_part"] or match["moon_month"]:
        return True
    if _HOW_LONG_BEFORE.search(before) or _HOW_LONG_AFTER.match(after):
        return False
    if not said.isdecimal():
        return (said[0] == "九" and said != "九十") or (
            said[0] in "一二" and not _pair(said) and bool(_SAID_AFTER.match(after))
        )
    if int(said) >= 60:
        return True
    return bool(_SAID_BEFORE.search(before) and (_SAID_AFTER.match(after) or before[-1:] in "是在于从自打"))


def _pair(said: str) -> bool:
    """一二年, 三四年 and 三五年 are how long."""
    return said in {"一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"}
