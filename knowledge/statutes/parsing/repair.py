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

_INSIDE_SENTENCE = re.compile(r"[^＝=×÷]*[\u4e00-\u9fff、，]")  # no formula: 应纳税额＝销售额×比例税率
# …地区的继续教育。 第十八条继续教育实行…
_RUN_ON = re.compile(rf"(?<=[。；])(?P<space> ?)第(?P<number>{numerals.NUMERAL})条")
# （三）…构筑物； （四）擅自… · …提交下列文件： （一）登记申请书；
_RUN_ON_ITEM = re.compile(r"(?<=[；;。：:]) ?(?=[（(][一二三四五六七八九十]+[)）](?![项款、至和]))")
# 第三十－条 · 笫五十四条
_MISPRINTED = re.compile(r"[第笫]([一二三四五六七八九十百千零〇－—―-]+)条(?= |$)")


def mended(lines: Sequence[Line]) -> list[Line]:
    """Lines with misprinted and run-on article marks set right."""
    return list(_split(list(_respelled(lines))))


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


def _split(lines: Sequence[Line]) -> Iterator[Line]:
    """An article that runs on in the line of the one before it gets its own line, where its number is the next.

    Without a space before 第十四条 that may be a reference: then 第十五条 must be the next article marked.
    """
    marked = [mark.number if (mark := marks.article(line.text)) else 0 for line in lines]
    last = 0
    for index, line in enumerate(lines):
        last = marked[index] or last
        following = next((number for number in marked[index + 1 :] if number), 0)
        while found := _next_run_on(line, last, following):
            yield replace(line, text=line.text[: found.start()])
            line = replace(line, text=f"第{found['number']}条 {line.text[found.end() :].lstrip()}")
            last += 1
        yield line


def _next_run_on(line: Line, last: int, following: int) -> re.Match[str] | None:
    """Where the article after `last` runs on in a line."""
    if line.row or not last:
        return None
    for found in _RUN_ON.finditer(line.text):
        sure = found["space"] or following == last + 2
        if sure and numerals.parse(found["number"]) == last + 1:
            return found
    return None


def itemised(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of an article where an item that runs on in the line of the one before it has its own line."""
    for line in lines:
        start = 0
        for found in () if line.row else _RUN_ON_ITEM.finditer(line.text):
            if _next_item(line.text[start : found.start()], line.text[found.end() :]):
                yield replace(line, text=line.text[start : found.start()])
                start = found.end()
        yield replace(line, text=line.text[start:]) if start else line


def _next_item(before: str, after: str) -> bool:
    """Whether the item that `after` opens follows the one that `before` is, or is the first after a colon."""
    own, following = marks.listing(before), marks.listing(after)
    if not following or following.kind != marks.ITEM:
        return False
    if own and own.kind == marks.ITEM:
        return following.follows(own)
    return before.endswith(("：", ":") if following.first else ("；", ";"))


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
    return len(line.text) >= _WRAPPED_LENGTH and bool(_INSIDE_SENTENCE.fullmatch(line.text))
