"""The headings above an article: 编, 分编, 章, 节, and headings without a number (附则, 序言, 一、管辖)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.statutes.model import Division
from knowledge.statutes.parsing import marks
from knowledge.statutes.parsing.lines import Line

_PLAIN = ("总则", "附则")
"""Headings that some sources print as a line of their own, the mark 第一章 lost."""

_SUBHEADING = 99
_SENTENCE_END = re.compile(r"[。；：，？！]$")
# 法律责任 · 四、土地征收补偿费用分配的处理: no stop, no comma, no figure, nothing that a formula or a remark has
_BARE = re.compile(r"[\u4e00-\u9fff、 ]{2,40}")
_BROKEN_IN = 2
"""A bare heading has at most so many lines: it was broken in two, or a bare sub-heading stands below it."""

_UNNUMBERED = 10
"""Order of headings without a mark: below every marked one, by their count of #."""


@dataclass(slots=True)
class Divisions:
    """The headings that are open at a line. 章 closes the 章 before it with its 节; a 编 closes all."""

    open: list[tuple[int, Division]] = field(default_factory=list)
    by_level: dict[int, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def enter(self, line: Line) -> None:
        """Open a heading."""
        order, division = self._read(line)
        while self.open and self.open[-1][0] >= order:
            self.open.pop()
        self.open.append((order, division))

    def is_heading(self, line: Line) -> bool:
        """Whether a line is a heading: marked with #, or 第N章… in plain text where N is the next 章."""
        if line.level or line.text.replace(" ", "") in _PLAIN:
            return True
        found = None if line.row or len(line.text) > 40 else marks.division(line.text)
        if not found or line.text.endswith(("。", "；")):
            return False
        number, division = found
        return number == self.numbers.get(division.kind, 0) + 1

    def extend(self, line: Line) -> bool:
        """Take a line right after a heading: a sub-heading （一）动产质押, or the rest of a title broken in two."""
        if line.row or len(line.text) > 40 or _SENTENCE_END.search(line.text) or not self.open:
            return False
        if marks.listing(line.text):
            self.enter(line)
            return True
        order, division = self.open[-1]
        self.open[-1] = order, replace(division, title=division.title + line.text.replace(" ", ""))
        return True

    @property
    def current(self) -> tuple[Division, ...]:
        """Headings open now, outermost first."""
        return tuple(division for _, division in self.open)

    def _read(self, line: Line) -> tuple[int, Division]:
        if found := marks.division(line.text):
            number, division = found
            order = marks.DIVISION_ORDER[division.kind]
            self.numbers[division.kind] = number
            self.by_level[line.level] = order
            return order, division
        title = line.text.replace(" ", "")
        if not line.level:
            kind = {"附则": "附则", "总则": "标题"}.get(title, "部分")
            return self._plain_order(line), Division(kind, title)
        if line.level == 1:
            return marks.DIVISION_ORDER["编"], Division("编", title)
        kind = "附则" if title == "附则" else "部分" if marks.section(line.text) else "标题"
        return self.by_level.get(line.level, _UNNUMBERED + line.level), Division(kind, title)

    def _plain_order(self, line: Line) -> int:
        """总则 is a 章, 附则 closes all; what has a list mark （一） stands below all, the rest beside the last one."""
        title, chapter = line.text.replace(" ", ""), marks.DIVISION_ORDER["章"]
        if title in _PLAIN:
            return min(self.open[0][0], chapter) if self.open and title == "附则" else chapter
        return self.open[-1][0] if self.open and not marks.listing(title) else _SUBHEADING


def trailing(lines: Sequence[Line]) -> int:
    """Index of the first of the plain headings that end an article's lines; their count where none does.

    A heading follows a finished sentence and has no stop: （二）不动产抵押, or 法律责任 where the source lost its mark.
    """
    count = next((index for index, line in enumerate(lines[1:], 1) if line.level), len(lines))
    for index in range(count - 1, max(0, count - 1 - _BROKEN_IN), -1):
        if lines[index - 1].text.endswith("。"):
            own = lines[index:count]
            return index if all(map(_is_bare, own)) or _is_subheading(own, lines[index - 1]) else count
    return count


def _is_bare(line: Line) -> bool:
    return not line.row and bool(_BARE.fullmatch(line.text))


def _is_subheading(lines: Sequence[Line], before: Line) -> bool:
    """Whether a single line （二）不动产抵押 is the heading of the next articles: an item goes on a list."""
    mark = marks.listing(lines[0].text)
    if len(lines) > 1 or not mark or mark.kind != marks.ITEM or lines[0].row or len(lines[0].text) > 30:
        return False
    return not _SENTENCE_END.search(lines[0].text) and not marks.listing(before.text)
