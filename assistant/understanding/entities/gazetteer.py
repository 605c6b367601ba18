"""Names of places and their codes: provinces and prefectures from the house's table, counties from counties.csv."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import knowledge

_PEOPLES = (
    "壮族|回族|维吾尔|土家族|苗族|侗族|布依族|藏族|羌族|彝族|傣族|白族|景颇族|傈僳族|哈尼族|朝鲜族"
    "|蒙古族|蒙古|哈萨克|柯尔克孜"
)
_SUFFIX = re.compile(rf"(?:省|市|地区|盟|(?:{_PEOPLES})*自治[区州]|特别行政区)$")
_NOT_PLACES = frozenset(
    [
        "海南藏族",
        "那曲人",
        "和田玉",
        "吉林人",
        "阿里",
        "普洱",
        "保山",
        "白银",
        "中山",
        "黄山",
        "大同",
        "长治",
        "安康",
        "海北",
        "大理",
        "红河",
    ]
)
"""Short names that are ordinary words too: these count only with their suffix (中山市, 大理州)."""
_NOT_COUNTIES = frozenset({"郊区", "城区", "矿区", "市中区", "城中区", "东区", "西区"})
"""Names of counties that people use for any town's quarter."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a place: the codes that bear it; `short` without its suffix; `county` below the prefecture."""

    said: str
    codes: tuple[str, ...]
    short: bool
    county: bool


@cache
def _by_head() -> dict[str, tuple[Name, ...]]:
    """Names by their first two characters, the longest first."""
    heads: dict[str, list[Name]] = {}
    for name in sorted((*_regions(), *_counties()), key=lambda name: (-len(name.said), name.county)):
        heads.setdefault(name.said[:2], []).append(name)
    return {head: tuple(names) for head, names in heads.items()}


def names_at(text: str, place: int) -> tuple[Name, ...]:
    """The names that begin there, the longest first."""
    names = _by_head().get(text[place : place + 2], ())
    return tuple(name for name in names if text.startswith(name.said, place))


@cache
def full_names() -> dict[str, str]:
    """Provinces and prefectures: code -> full name."""
    return {code: name for name, code in _region_rows()}


@cache
def county_names() -> dict[str, str]:
    """Counties with the prefecture or municipality in which they lie: 310115 -> 上海市浦东新区."""
    above = full_names()
    return {
        row["code"]: above.get(f"{row['code'][:4]}00", above[f"{row['code'][:2]}0000"]) + row["name"]
        for row in _county_rows()
    }


def place_called(said: str) -> str:
    """The code of what is nothing but a name: 中山, 中山市, 昆山; "" for none, and for a name of several places."""
    names = names_at(said, 0)
    codes = {code for name in names if name.said == said for code in name.codes}
    codes |= {code for code, name in full_names().items() if said and _SUFFIX.sub("", name) == said}
    return codes.pop() if len(codes) == 1 else ""


def _region_rows() -> list[tuple[str, str]]:
    with (Path(knowledge.__file__).parent / "regions.csv").open(encoding="utf-8") as rows:
        return [(row["name"], row["code"]) for row in csv.DictReader(rows)]


def _county_rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "counties.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def _regions() -> Iterator[Name]:
    full: dict[str, str] = {}
    short: dict[str, str] = {}
    for name, code in _region_rows():
        full[name] = code
        stem = _SUFFIX.sub("", name)
        if name.endswith("自治州"):
            full.setdefault(f"{stem}州", code)
        if len(stem) >= 2 and stem not in _NOT_PLACES:
            short.setdefault(stem, code)
    full |= dict.fromkeys(("内蒙古", "内蒙"), "150000")
    yield from (Name(name, (code,), short=False, county=False) for name, code in full.items())
    yield from (Name(stem, (code,), short=True, county=False) for stem, code in short.items() if stem not in full)


def _counties() -> Iterator[Name]:
    full: dict[str, list[str]] = {}
    for row in _county_rows():
        if row["name"] not in _NOT_COUNTIES:
            full.setdefault(row["name"], []).append(row["code"])
        if row["short"]:
            yield Name(row["short"], (row["code"],), short=True, county=True)
    yield from (Name(name, tuple(codes), short=False, county=True) for name, codes in full.items())
