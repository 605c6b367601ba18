"""The region that a question names, as a six-digit GB/T 2260 code (province or prefecture)."""

import csv
import re
from functools import cache
from pathlib import Path

import knowledge
from knowledge import NATION

_SUFFIX = re.compile(r"(?:省|市|地区|盟|(?:壮族|回族|维吾尔|[\u4e00-\u9fff]+族)*自治[区州]|特别行政区)$")
_NOT_PLACES = frozenset({"海南藏族", "那曲人", "和田玉", "吉林人", "阿里", "普洱", "保山", "白银", "中山", "黄山", "大同", "长治", "安康"})
"""Short names that are ordinary words too: these count only with their suffix (中山市)."""


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    with (Path(knowledge.__file__).parent / "regions.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            codes[row["name"]] = row["code"]
            short = _SUFFIX.sub("", row["name"])
            if len(short) >= 2 and short not in _NOT_PLACES:
                codes.setdefault(short, row["code"])
    names = sorted(codes, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))), codes


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
