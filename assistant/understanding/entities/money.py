"""Sums of money: 三万二, 两千八百块, 一万出头, 5k, ¥3,000, 六七千, 三块五."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import EntityKind, Range
from assistant.understanding.entities.numerals import NUMBER, Quantity, number, quantity

UNIT = r"(?:块钱|块大洋|元人民币|元整|元钱|人民币|大洋|元|块|圆|毛钱|毛|角|分钱)"
_CENTS = {"毛": Decimal("0.1"), "角": Decimal("0.1"), "分": Decimal("0.01")}
ROUGHLY = r"(?:出头|左右|上下|挂零|开外|不到|来往)"  # 一万出头
SUM = rf"(?P<sum>{NUMBER})"
_MORE = "[多来余]"
# 三千五百块 · 三百来块钱 · 3,000.00元 · 三块五 · 三块五毛 · 一万多块出头
_WITH_UNIT = re.compile(
    rf"(?P<sign>[¥￥]\s*)?(?<![0-9.A-Za-z第几上数]){SUM}(?P<more>{_MORE})?\s*(?P<unit>{UNIT})"
    rf"(?:(?P<rest>[一二三四五六七八九]|[0-9](?![0-9.万千百个年月天]))(?:毛"
    rf"|角)?(?:钱)?(?!(?!一[个件斤条张次小天碗瓶份])[0-9一二三四五六七八九十百千万个年月天日次张份人小件单趟钟条篇车台工周礼星])|(?P<half>半))?"
    rf"(?P<more_after>多|{ROUGHLY})?"
)
_SIGNED = re.compile(rf"[¥￥]\s*{SUM}")  # ¥3000
# 三万二 · 两千八 · 5k · 3.5万 · 一万多
_BARE = re.compile(
    rf"(?<![0-9.A-Za-z第几上数]){SUM}(?P<more>[多余来](?![个名位人年月天号平家户不]))?(?P<more_after>{ROUGHLY})?"
)
_NOT_MONEY_AFTER = re.compile(
    r"[零〇一二两三四五六七八九十百千万亿0-9%A-Za-z.:/\-]"
    r"|(?:[个名位人年月天日号周岁斤吨米平亩里字条次份件辆套头只张页本家户票分秒点度层楼栋室届集寸步遍倍成股种项]"
    r"|公里|公斤|厘米|毫|瓦|克|升|小时|钟头|强|行|夜|姓|多名|之)"
)
_MAGNITUDE = re.compile("[百千万亿kKwW]")
_DIGIT = re.compile("[0-9零〇一二两三四五六七八九十]")
_PLAIN = re.compile(r"[0-9]{2,8}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?")
# 欠我3000 · 押金是2000 · 不是3000，是5000
_SPENT = re.compile(
    r"(?:欠|借|给|赔|付|还|交|发|扣|押|转|花|收|要|租|罚|亏|骗|挣|赚|拿|补|卖|买|退|涨到|降到|贷|投|存|取|工资|金|钱|费|款|薪|价|礼|额|本|利息"
    r"|不?是|就|只有|才|总共|一共|合计|大概|大约|将近|差不多|快)"
    r"(?:了|过|是|我|你|他|她|我们|他们|人家|老板|公司|对方|的|到|出去|共|计|为|有|才|就|只|大概|大约|差不多|将近|[:：]){0,3}$"
)


def read_money(text: str) -> Iterator[Found]:
    """Every sum in the text."""
    for match in _WITH_UNIT.finditer(text):
        if read := quantity(match["sum"]):
            yield _with_unit(match, read)
    for match in _SIGNED.finditer(text):
        if read := quantity(match["sum"]):
            yield Found(match.start(), match.end(), EntityKind.MONEY, worth(read), read.about)
    yield from _bare(text)


def _with_unit(match: re.Match[str], read: Quantity) -> Found:
    about = read.about or bool(match["more"] or match["more_after"])
    amount = worth(read, match["unit"], match["rest"] or "", bool(match["half"]))
    return Found(match.start(), match.end(), EntityKind.MONEY, amount, about)


def _bare(text: str) -> Iterator[Found]:
    """Sums without a unit: large words by themselves (三万二), digits only after words of paying."""
    for match in _BARE.finditer(text):
        if (not match["more_after"] and _NOT_MONEY_AFTER.match(text, match.end())) or not (
            read := quantity(match["sum"])
        ):
            continue
        if is_large(match["sum"]) or (
            _PLAIN.fullmatch(match["sum"])
            and match["sum"][0] != "0"
            and _SPENT.search(text, max(0, match.start() - 12), match.start())
        ):
            about = read.about or bool(match["more"] or match["more_after"])
            yield Found(match.start(), match.end(), EntityKind.MONEY, worth(read), about)


def is_large(said: str) -> bool:
    """Whether the number has a digit and one of 百, 千, 万, k: only these are sums without a unit (not 千万, 百)."""
    return bool(_MAGNITUDE.search(said) and _DIGIT.search(said))


def worth(read: Quantity, unit: str = "", rest: str = "", half: bool = False) -> Decimal | Range:
    """The sum in yuan, or the range of sums: 两毛 is 0.2, 三块五 3.5, 三块半 too."""
    scale = _CENTS.get(unit[:1], Decimal(1))
    more = (number(rest) or 0) * Decimal("0.1") if rest else Decimal("0.5") if half else Decimal(0)
    least, most = ((end + more) * scale for end in (read.least, read.most))
    return least if read.exact else Range(least, most)
