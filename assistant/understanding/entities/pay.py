"""Pay with its unit: 一个月六千五, 日结200, 时薪18块, 年薪十五万, 底薪三千, 18块一小时, 6500/月."""

import re
from collections.abc import Iterator

from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import EntityKind, Per, Wage
from assistant.understanding.entities.money import ROUGHLY, UNIT, is_large, worth
from assistant.understanding.entities.numerals import NUMBER, quantity

_PAY = {
    r"月薪|月工资|月收入|每月工资|月基本工资|底薪|基本工资|月结|月入": Per.MONTH,
    r"日薪|日结|日工资|日工|天工资": Per.DAY,
    r"时薪|小时工资": Per.HOUR,
    r"年薪|年收入|年工资": Per.YEAR,
    r"周薪|周结": Per.WEEK,
    r"计件|件薪": Per.PIECE,
}
_TIME = {
    r"[每一]个月|每月|一月(?!份)|按月": Per.MONTH,
    r"[每一]个?(?:小时|钟头)|每?一个?钟": Per.HOUR,
    r"[每一](?:个?工作日|天|日|个工)": Per.DAY,
    r"[每一]年": Per.YEAR,
    r"[每一]个?(?:周|礼拜|星期)": Per.WEEK,
    r"[每一](?:件|单|趟|个件|条|车|篇|台)": Per.PIECE,
}
_SUM = (
    rf"(?P<sum>{NUMBER})(?P<more>[多来余])?(?:\s*(?P<unit>{UNIT})"
    r"(?P<rest>[一二三四五六七八九](?!(?!一[个小天件单趟])[0-9零一二三四五六七八九十百千万个小钟件天单]))?)?"
    rf"(?P<more_after>多|{ROUGHLY})?"
)
_NOT_PAY_AFTER = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿0-9%A-Za-z.:\-]"
    r"|(?:[个名位人年月天日号周岁斤吨米平亩里字条次份件辆套头只张页本家户票分秒点度层楼栋室届集寸步遍倍成股种项]|公里|公斤|小时|钟头)"
)


def _one_of(words: dict[str, Per], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{index}>{pattern})" for index, pattern in enumerate(words))


_BETWEEN = (  # 一个月【到手才】五千 · 底薪【是】三千
    r"(?P<between>(?:的|给我?|发|拿|挣|赚|开|工资|薪水|薪资|到手|到我手|只|才|就|也就|大概|大约|差不多|将近|是|有|能|实发|税前|税后|基本|底薪|固定|平均"
    r"|收入|我|他|她|老板|公司|说好|讲好|谈好|谈的|[，,:：\s])){0,4}"
)
_BEFORE = re.compile(
    rf"(?:{_one_of(_PAY, 'pay')}"
    rf"|(?<![块元钱毛角0-9]){_one_of(_TIME, 'time').join(('(?:', ')'))}){_BETWEEN}{_SUM}"
)
_BY = {  # 18块【一小时】 · 6500【/月】 · 三百块【每天】
    r"[/每一按](?:个月|月)": Per.MONTH,
    r"[/每一](?:个?小时|个?钟头?)": Per.HOUR,
    r"[/每一](?:个?工作日|天|日|个工)": Per.DAY,
    r"[/每一]年": Per.YEAR,
    r"[/每一]个?(?:周(?!岁)|礼拜|星期)": Per.WEEK,
    r"[/每一](?:件|单|趟|条|车|篇|台)": Per.PIECE,
}
_AFTER = re.compile(rf"(?<![0-9.A-Za-z第]){_SUM}\s*(?:{_one_of(_BY, 'by')})")
# 工资五千: by the month, unless it is owed
_WAGES = re.compile(rf"(?<![欠扣讨发结要])(?:工资|薪水|薪资)(?:是|才|就|只有|大概|每月)?{_SUM}")
_OWED = re.compile(r"欠|扣|没发|不发|没给|不给|讨|拖|结清|少发|克扣|补发|一共|总共|赔|仲裁")
# rent, repayment and maintenance are by the month too and no pay
_NO_PAY = re.compile(
    r"租|供|贷|还|息|抚养|赡养|扶养|生活费|物业|学费|保费|社保|水电|会费|押金|罚|违约|滞纳|管理费|交|停车|花|低保|退休|养老"
)
_BREAK = re.compile(r"[，。；、,;！？!?\s]")
_SURELY_PAY = re.compile(r"工资|薪|挣|到手|上班|打工|干活|老板|日结|底薪")


def read_pay(text: str) -> Iterator[Found]:
    """Every pay in the text."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            if found := _pay(text, match, _per(match)):
                yield found
    for match in _WAGES.finditer(text):
        if not _OWED.search(text, max(0, match.start() - 10), match.end() + 8) and (
            found := _pay(text, match, Per.MONTH)
        ):
            yield found


def _pay(text: str, match: re.Match[str], per: Per) -> Found | None:
    read = quantity(match["sum"])
    if not read or _NOT_PAY_AFTER.match(text, match.end()):
        return None
    if not match["unit"] and not is_large(match["sum"]) and (read.least < 10 or not match["sum"].isdecimal()):
        return None
    before = _BREAK.split(text[max(0, match.start() - 8) : match.start("sum")])[-1]
    around = before + _BREAK.split(text[match.end() : match.end() + 5])[0]
    if _NO_PAY.search(around) and not _SURELY_PAY.search(match[0]):
        return Found(match.start(), match.start("sum")) if match.start("sum") > match.start() else None
    about = read.about or bool(match["more"] or match["more_after"])
    amount = worth(read, match["unit"] or "", match["rest"] or "")
    return Found(match.start(), match.end(), EntityKind.WAGE, Wage(amount, per), about)


def _per(match: re.Match[str]) -> Per:
    groups = match.groupdict()
    for prefix, words in (("pay", _PAY), ("time", _TIME), ("by", _BY)):
        for index, per in enumerate(words.values()):
            if groups.get(f"{prefix}{index}"):
                return per
    raise ValueError(f"no unit of time in {match[0]!r} (rule: the pattern names one)")
