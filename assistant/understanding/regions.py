"""The region that a question names, as a six-digit GB/T 2260 code (province or prefecture)."""

import csv
import re
from functools import cache
from pathlib import Path

import knowledge
from knowledge import NATION

_PEOPLES = (
    "壮族|回族|维吾尔|土家族|苗族|侗族|布依族|藏族|羌族|彝族|傣族|白族|景颇族|傈僳族|哈尼族|朝鲜族"
    "|蒙古族|蒙古|哈萨克|柯尔克孜"
)
_SUFFIX = re.compile(rf"(?:省|市|地区|盟|(?:{_PEOPLES})*自治[区州]|特别行政区)$")
_NOT_PLACES = frozenset(
    {
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
    }
)
"""Short names that are ordinary words too: these count only with their suffix (中山市, 大理州)."""
_NOT_BEFORE = "(?!区|县|镇|乡|[东西南北中]?(?:路|街|大道|巷)|时间|时代|系|菜|烤鸭|火锅|小面|茶|石|玉)"
"""A short name before these is a street, a district of another city, a dish: 南京东路, 朝阳区, 北京烤鸭."""


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names to look for, longest first, and the code of each."""
    full: dict[str, str] = {}
    short: dict[str, str] = {}
    with (Path(knowledge.__file__).parent / "regions.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            full[row["name"]] = row["code"]
            stem = _SUFFIX.sub("", row["name"])
            if row["name"].endswith("自治州"):
                full.setdefault(f"{stem}州", row["code"])
            if len(stem) >= 2 and stem not in _NOT_PLACES:
                short.setdefault(stem, row["code"])
    codes = full | {stem: code for stem, code in short.items() if stem not in full}
    names = sorted(codes, key=len, reverse=True)
    return re.compile("|".join(re.escape(name) + (_NOT_BEFORE if name in short else "") for name in names)), codes


def region_of(text: str) -> str:
    """The most local region named in the text (the last named one of equals), or the nation."""
    pattern, codes = _places()
    found = NATION
    for match in pattern.finditer(text):
        code = codes[match[0]]
        if found == NATION or found.endswith("0000") or not code.endswith("0000"):
            found = code
    return found


def region_name(code: str) -> str:
    """The region's name, 全国 for the nation, the code itself where it is not in the table."""
    if code == NATION:
        return "全国"
    return next((name for name, value in _places()[1].items() if value == code), code)
