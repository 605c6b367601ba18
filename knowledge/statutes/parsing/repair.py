"""Repairs of what conversion to Markdown broke in the sources: wrapped lines, run-on articles, lost glyphs.

Each repair is decided by the text alone and changes no word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.statutes import numerals
from knowledge.statutes.parsing import marks
from knowledge.statutes.parsing.lines import Line

_WRAPPED_LENGTH = 15
"""A line at least this long that ends inside a sentence was wrapped; shorter ones are entries of a list."""

_INSIDE_SENTENCE = re.compile(r"[\u4e00-\u9fff、，]$")
# …地区的继续教育。 第十八条继续教育实行…
_RUN_ON = re.compile(rf"(?<=[。；]) 第({numerals.NUMERAL})条")
# 第三十－条 · 笫五十四条
_MISPRINTED = re.compile(r"[第笫]([一二三四五六七八九十百千零〇－—―-]+)条(?= |$)")


def mended(lines: Sequence[Line]) -> list[Line]:
    """Lines with misprinted and run-on article marks set right."""
    return list(_split(_respelled(lines)))


def _respelled(lines: Sequence[Line]) -> Iterator[Line]:
    """第三十－条 -> 第三十一条, 笫五十四条 -> 第五十四条, where that is the next number."""
    last = 0
    for line in lines:
        if found := _MISPRINTED.match(line.text):
            spelled = "第" + re.sub("[－—―-]", "一", found[1]) + "条"
            mark = marks.article(spelled)
            if mark and mark.number == last + 1:
                line = replace(line, text=spelled + line.text[found.end() :])
        if mark := marks.article(line.text):
            last = mark.number
        yield line


def _split(lines: Iterator[Line]) -> Iterator[Line]:
    """An article that runs on in the line of the one before it gets its own line, where its number is the next."""
    last = 0
    for line in lines:
        mark = marks.article(line.text)
        last = mark.number if mark else last
        while found := _next_run_on(line, last):
            yield replace(line, text=line.text[: found.start()])
            line = replace(line, text=f"第{found[1]}条 {line.text[found.end() :].lstrip()}")
            last += 1
        yield line


def _next_run_on(line: Line, last: int) -> re.Match[str] | None:
    """Where the article after `last` runs on in a line."""
    if line.row or not last:
        return None
    return next((found for found in _RUN_ON.finditer(line.text) if numerals.parse(found[1]) == last + 1), None)


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines of an article where one that ends inside a sentence goes on in the next plain line."""
    whole: list[Line] = []
    for line in lines:
        if whole and _goes_on(whole[-1], line):
            whole[-1] = replace(whole[-1], text=whole[-1].text + line.text)
        else:
            whole.append(line)
    return whole


def _goes_on(line: Line, following: Line) -> bool:
    if line.row or following.row or following.level or marks.listing(following.text):
        return False
    return len(line.text) >= _WRAPPED_LENGTH and bool(_INSIDE_SENTENCE.search(line.text))
