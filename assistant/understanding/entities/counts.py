"""Counts: 两个孩子, 俩娃, 三个人, 十级伤残, 一儿一女."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.errors import BadRules
from assistant.understanding.entities.found import Found
from assistant.understanding.entities.model import Count, EntityKind
from assistant.understanding.entities.money import worth
from assistant.understanding.entities.numerals import NUMBER, Quantity, quantity, starts

_FILE = Path(__file__).parent / "counts.toml"
_N = rf"(?<![0-9.第A-Za-z])(?P<n>{NUMBER})(?P<more>[多来])?\s*"
_PAIR = r"(?P<both>俩|仨)"
_SONS = re.compile(r"(?P<sons>[一二两三四五])(?:儿|男|子)(?P<daughters>[一二两三四五])女|龙凤胎|双胞胎")
_TWINS = Decimal(2)
_GRADE = re.compile(
    r"(?:伤残|工伤|残疾)(?:等级)?(?:鉴定)?(?:为|是|定了|评了|评的)?(?P<n>十|[一二三四五六七八九]|10|[1-9])级(?:伤残)?"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: `pattern` finds it with its number; `one` whether a single one is a count."""

    id: str
    pattern: re.Pattern[str]
    one: bool


@cache
def counted() -> tuple[Counted, ...]:
    """Every entry of counts.toml. BadRules where one lacks its words."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(_counted(key, row) for key, row in table.items())


def read_counts(text: str) -> Iterator[Found]:
    """Every count in the text."""
    places = starts(text)
    for one in counted():
        for match in (match for place in places if (match := one.pattern.match(text, place))):
            both = match.groupdict().get("both")
            read = quantity({"俩": "两", "仨": "三"}[both] if both else match["n"])
            if read and _counts(one, read):
                about = read.about or bool(match["more"])
                yield Found(match.start(), match.end(), EntityKind.COUNT, Count(worth(read), one.id), about)
    yield from _by_name(text)


def _by_name(text: str) -> Iterator[Found]:
    """一儿一女 and 伤残十级."""
    for match in _SONS.finditer(text):
        sons, daughters = (quantity(match[name]) if match[name] else None for name in ("sons", "daughters"))
        n = sons.least + daughters.least if sons and daughters else _TWINS
        yield Found(match.start(), match.end(), EntityKind.COUNT, Count(n, "child"))
    for match in _GRADE.finditer(text):
        if read := quantity(match["n"]):
            yield Found(match.start(), match.end(), EntityKind.COUNT, Count(read.least, "grade"))


def _counts(one: Counted, read: Quantity) -> bool:
    if one.id == "grade":
        return read.exact and 1 <= read.least <= 10
    return read.least > 1 or (one.one and read.least == 1)


def _counted(key: str, row: dict[str, object]) -> Counted:
    if "said" not in row or "measure" not in row:
        raise BadRules(f"{_FILE.name}: {key}: lacks `said` or `measure` (rule: both, empty where there is none)")
    said, measure = str(row["said"]), str(row["measure"])
    with_measure = rf"{_N}(?:{measure})(?:{said})" if measure else rf"{_N}(?:{said})"
    both = rf"|{_PAIR}(?:{said})" if measure and said else ""
    return Counted(key, re.compile(f"(?:{with_measure}{both})"), bool(row.get("one")))
