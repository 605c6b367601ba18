"""A second, naive reading of the statute files, for checking the first: lines and three regular expressions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.statutes.tables import Tables

_ARTICLE = re.compile(r"^\**(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)\**[ 　]+(.*)")
_HEADING = re.compile(r"^(#|附\s*则|第[一二三四五六七八九十百零]+[编章节])")
_OWN_DAY = re.compile(
    r"本(?:法|条例|规定|办法|解释|细则|规则)自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:起|开始)?\s*(?:施行|实施)"
)
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_FILE_DAY = re.compile(r"\((\d{4})-(\d\d)-(\d\d)\)$")
# Tables, containers, tags, emphasis, a misprinted 「第三十五 条」: the naive reading leaves such articles out.
_ODD = re.compile(r"\||:::|<|\*|第[一二三四五六七八九十百]+\s条")
_BARE = re.compile(r"[\u4e00-\u9fff、 ]+")  # 保障激励: a heading that lost its mark, after a finished sentence
_LONGEST_LEAD = 800  # days


@dataclass(frozen=True)
class RawText:
    """One file: its title, the last day that its head or name gives, its first day (None: the naive reading cannot
    tell), and squeezed articles."""

    law: str
    passed: date
    start: date | None
    articles: dict[str, str]


def plain(title: str) -> str:
    """A title without 中华人民共和国, marks and spaces."""
    return re.sub("中华人民共和国|[《》〈〉“”\\s]", "", title)


def squeeze(text: str) -> str:
    """Letters and digits only."""
    return "".join(char for char in text if char.isalnum())


def raw_texts(roots: dict[str, Path], tables: Tables) -> Iterator[RawText]:
    """Every file that has articles."""
    effective = {(plain(row.law), row.passed): row.effective for row in tables.amendments}
    for root in roots.values():
        for path in sorted(root.rglob("*.md")):
            if path.name != "_index.md" and (text := _read(path, effective)):
                yield text


def _read(path: Path, effective: dict[tuple[str, date], date]) -> RawText | None:
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    title = next((line[2:] for line in lines if line.startswith("# ")), "")
    first = next((n for n, line in enumerate(lines) if _ARTICLE.match(line)), None)
    if first is None:
        return None
    law = plain(title)
    days = [day for line in lines[:first] if len(line) < 120 for day in _days(_DAY, line)]
    days += _days(_FILE_DAY, path.stem)
    passed = max(days, default=None)
    stated = [day for line in lines[-6:] for day in _days(_OWN_DAY, line)]
    if passed is None:
        return RawText(law, date.min, None, {})
    start = effective.get((law, passed)) or (stated[-1] if stated and stated[-1] >= passed else None)
    if start and (start - passed).days > _LONGEST_LEAD:
        start = None
    return RawText(law, min(passed, start or passed), start, dict(_articles(lines[first:])))


def _days(pattern: re.Pattern[str], text: str) -> list[date]:
    found = []
    for match in pattern.finditer(text):
        try:
            found.append(date(*(int(part) for part in match.groups())))
        except ValueError:  # a misprint of the source, such as 11月31日
            continue
    return found


def _articles(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Three articles: an early one, the middle one and a late one, but never the last, which signatures may follow."""
    articles: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        if match := _ARTICLE.match(line):
            current = articles.setdefault(match[1], [])
            current.append(match[2])
        elif _HEADING.match(line):
            current = None
        elif current is not None:
            current.append(line)
    names = [name for name, text in articles.items() if not _ODD.search("".join(text)) and text[0]]
    for name in dict.fromkeys([*names[1:2], *names[len(names) // 2 : len(names) // 2 + 1], *names[-2:-1]]):
        yield name, squeeze("".join(_without_heading(articles[name])))


def _without_heading(lines: list[str]) -> list[str]:
    closed = len(lines) > 1 and lines[-2].endswith("。")
    return lines[:-1] if closed and _BARE.fullmatch(lines[-1]) else lines
