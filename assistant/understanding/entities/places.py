"""Places: 郑州, 四川达州, 浦东新区, 北京朝阳区, as GB/T 2260 codes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.entities.found import Found
from assistant.understanding.entities.gazetteer import Name, names_at
from assistant.understanding.entities.model import EntityKind

_NOT_BEFORE = re.compile(
    "区|县|镇|乡|[东西南北中]?(?:路|街|大道|巷)|时间|时代|系|菜|烤鸭|火锅|小面|茶|石|玉|拉面|银行|牌|大学|话|方言"
)
"""A short name before these is a street, a district of another city, a dish: 南京东路, 朝阳区, 北京烤鸭."""
_BEFORE_COUNTY = re.compile(r"(?:^|[在到去来从回住于，。、\s]|老家是?|[我他她]是|[我他她]们)$")
_AFTER_COUNTY = re.compile(
    "人(?!民|事|家|力)|县城|这边|那边|本地|打工|上班|法院|工地|的(?:公司|工厂|厂|房子|工地)|这儿|这里|那里"
)
# 北京市【的】朝阳区 · 江苏省，苏州市
_JOINT = re.compile(r"[的\s,，·]?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands."""

    start: int
    end: int
    name: Name


def read_places(text: str) -> Iterator[Found]:
    """Every place in the text; a province and what lies in it, said in one breath, are one place."""
    named = list(_names(text))
    run: list[str] = []
    start = end = 0
    for index, one in enumerate(named):
        if run and (code := _within(run[-1], one.name)) and not _JOINT.sub("", text[end : one.start], count=1):
            run.append(code)
        else:
            if run:
                yield Found(start, end, EntityKind.PLACE, run[-1])
            code = _alone(text, named, index)
            run, start = ([code], one.start) if code else ([], one.start)
        end = one.end
    if run:
        yield Found(start, end, EntityKind.PLACE, run[-1])


def _names(text: str) -> Iterator[Named]:
    """Names as they stand in the text, none over another."""
    place = 0
    while place < len(text) - 1:
        name = next((name for name in names_at(text, place) if _is_name(text, place, name)), None)
        if name:
            yield Named(place, place + len(name.said), name)
        place += len(name.said) if name else 1


def _is_name(text: str, start: int, name: Name) -> bool:
    return not (name.short and _NOT_BEFORE.match(text, start + len(name.said)))


def _alone(text: str, named: list[Named], index: int) -> str:
    """The code of a name that stands by itself; none where it is a county's and could be another's or a plain word."""
    one = named[index]
    if not one.name.county:
        return one.name.codes[0]
    if one.name.short:
        before = _BEFORE_COUNTY.search(text, max(0, one.start - 3), one.start)
        return one.name.codes[0] if before or _AFTER_COUNTY.match(text, one.end) else ""
    if len(one.name.codes) == 1:
        return one.name.codes[0]
    others = [other.name.codes[0] for other in named if not other.name.county]
    held = {code for code in one.name.codes if any(_lies_in(code, other) for other in others)}
    return held.pop() if len(held) == 1 else ""


def _within(parent: str, name: Name) -> str:
    """The code of the name that lies in the parent, if exactly one does."""
    held = [code for code in name.codes if _lies_in(code, parent) and code != parent]
    return held[0] if len(held) == 1 else ""


def _lies_in(code: str, parent: str) -> bool:
    """510100 and 510104 lie in 510000, 510104 in 510100."""
    stem = parent[:2] if parent.endswith("0000") else parent[:4] if parent.endswith("00") else parent
    return code.startswith(stem)
