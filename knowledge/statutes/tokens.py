"""Cuts running text into what references are made of: names of laws, 本法 and its like, 第N条/款/项/目, 前款."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.statutes import numerals
from knowledge.statutes.finder import NameFinder

UNITS = "条款项目"
"""The units of a place in a law, greatest first."""


class Sort(StrEnum):
    """What a token is."""

    TITLE = "title"  # 《民法典》
    NAME = "name"  # 民法典
    SELF = "self"  # 本法, 该法, 同法
    UNIT = "unit"  # 第一千零七十九条, 第一、二项
    BACK = "back"  # 前款, 前条, 前两款, 本条, 该款


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text. `numbers` holds (number, insert) of each number of a UNIT, in order; `to` marks a range."""

    sort: Sort
    start: int
    end: int
    text: str
    unit: str = ""
    numbers: tuple[tuple[int, int], ...] = ()


# Every repetition is bounded: a question may be any text, and must be read in time that grows with its length.
_N = "(?:[零〇○Ｏ一二两三四五六七八九十百千万]{1,12}|[0-9０-９]{1,6})"
_ONE = rf"[（(]?{_N}(?:之{_N})?[）)]?"
_LINK = r"(?:、|，|,|和|及|与|或者|或|至|到|-|—|～|~)"
# 第一、二项 · 第（一）至（三）项 · 第133条之一 · 第 1079 条
_NUMBERS = rf"(?P<numbers>{_ONE}(?:\s{{0,3}}{_LINK}\s{{0,3}}{_ONE}){{0,30}})"
# 条例, 条文, 条件, 项目, 目的 are words of their own
_ONE_UNIT = "(?P<unit>条(?![例文件])|款(?![项式])|项(?!目)|目(?![的标录前]))"
_UNIT = rf"第?\s{{0,3}}{_NUMBERS}\s{{0,3}}{_ONE_UNIT}(?:\s{{0,3}}之\s{{0,3}}(?P<insert>{_N}))?"
_TITLE = r"《(?P<title>(?:[^《》]|《[^《》]{1,80}》){1,150})》"
_SELF = r"(?:(?<!合)同|本|该|上述|前述)(?:法|条例|规定|解释|办法|决定|规则|规章|细则|法典)(?![律院官定庭人规学制]|性)"
_BACK = rf"前(?:{_N})?[{UNITS}]|[本该同][{UNITS}](?!例|文|标|的地)"
_TOKEN = re.compile(rf"(?P<TITLE>{_TITLE})|(?P<SELF>{_SELF})|(?P<BACK>{_BACK})|(?P<UNIT>{_UNIT})")
_RANGE = re.compile("至|到|-|—|～|~")
_ONE_OR_RANGE = re.compile(rf"({_ONE})|({_RANGE.pattern})")

# A bare name before 第N条, where no list of names is at hand: 依照民法典第十条, 刑法的3条
_ENDS = "法典|法|条例|规定|解释|办法|决定|规则|细则"
_BEFORE_ARTICLE = r"(?=\s{0,3}的?\s{0,3}第?\s{0,3}[零〇一二三四五六七八九十百千0-9０-９、]{1,30}\s{0,3}条)"
_BARE = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,30}}?(?:{_ENDS})(?:（[一二三四五六七八九十]+）)?){_BEFORE_ARTICLE}")
# Words that lead up to a name and are not of it: 根据 · 请问 · 违反 · 和
_LEADING = (
    "根据|依照|按照|依据|违反|适用|参照|参见|结合|符合|规定的|是指|以及|并且|或者|请问|什么是|对照|援引|引用|请看"
    "|看|查|按|和|与|及|或|在|为|是|对"
)
_LEAD = re.compile(rf".*(?:{_LEADING})(?=.{{2}})")


def scan(text: str, names: NameFinder | None) -> Iterator[Token]:
    """Tokens of the text from left to right; without `names`, a bare name is known by its ending before 第N条."""
    position = 0
    bare = {} if names else _bare_names(text)
    while position < len(text):
        end = names.at(text, position) if names else bare.get(position, 0)
        if end and text[position - 1 : position] != "《":
            yield Token(Sort.NAME, position, end, text[position:end])
        elif found := _TOKEN.match(text, position):
            end = found.end()
            if token := _token(found):
                yield token
        position = end or position + 1


def _bare_names(text: str) -> dict[int, int]:
    """Start -> end of names guessed from their endings."""
    found = {}
    for match in _BARE.finditer(text):
        lead = _LEAD.match(match["name"])
        start = match.start() + (lead.end() if lead else 0)
        if not re.match(_SELF, text[start:]):
            found[start] = match.end()
    return found


def _token(found: re.Match[str]) -> Token | None:
    sort = Sort[str(found.lastgroup)] if found.lastgroup in Sort.__members__ else _sort(found)
    if sort is Sort.UNIT:
        return _unit(found)
    text = found["title"] if sort is Sort.TITLE else found[0]
    return Token(sort, found.start(), found.end(), text, found[0][-1] if sort is Sort.BACK else "")


def _unit(found: re.Match[str]) -> Token | None:
    """第一、二项; without 第, a list of numbers (三、四条) is counting, not citing."""
    numbers = _numbers(found["numbers"], found["insert"])
    if not numbers or (len(numbers) > 1 and not found[0].startswith("第")):
        return None
    return Token(Sort.UNIT, found.start(), found.end(), found[0], found["unit"], numbers)


def _sort(found: re.Match[str]) -> Sort:
    return next(sort for sort in Sort if sort is not Sort.NAME and found.groupdict().get(sort.name))


def _numbers(text: str, insert: str | None) -> tuple[tuple[int, int], ...]:
    """（一）至（三） -> ((1, 0), (2, 0), (3, 0)); empty where a numeral has no value."""
    numbers: list[tuple[int, int]] = []
    upto = False
    try:
        for found in _ONE_OR_RANGE.finditer(text):
            if found[2]:
                upto = True
                continue
            number, _, inserted = found[1].strip("（）()").partition("之")
            value = (numerals.parse(number), numerals.parse(inserted) if inserted else 0)
            numbers += between(numbers[-1], value) if upto and numbers else []
            numbers.append(value)
            upto = False
        if insert and numbers:
            numbers[-1] = (numbers[-1][0], numerals.parse(insert))
    except ValueError:
        return ()
    return tuple(numbers)


LONGEST_RANGE = 200
"""Ranges longer than this are reported by their ends only."""


def between(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    """The numbers inside a range, without its ends."""
    inside = range(first[0] + 1, last[0])
    return [(number, 0) for number in inside] if len(inside) <= LONGEST_RANGE else []
