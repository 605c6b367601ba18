"""The headings above an article: 编, 分编, 章, 节, and headings without a number (附则, 序言, 一、管辖)."""

import re
from dataclasses import dataclass, field, replace

from knowledge.statutes.model import Division
from knowledge.statutes.parsing import marks
from knowledge.statutes.parsing.lines import Line

_PLAIN = ("总则", "附则")
"""Headings that some sources print as a line of their own, the mark 第一章 lost."""

_SUBHEADING = 99
_SENTENCE_END = re.compile(r"[。；：，？！]$")
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
        if not line.level and title not in _PLAIN:
            return _SUBHEADING, Division("部分", title)
        if line.level == 1:
            return marks.DIVISION_ORDER["编"], Division("编", title)
        kind = "附则" if title == "附则" else "部分" if marks.section(line.text) else "标题"
        return self.by_level.get(line.level, _UNNUMBERED + line.level), Division(kind, title)


def is_subheading(line: Line, before: Line) -> bool:
    """Whether a plain line （二）不动产抵押 that ends an article's lines is the heading of the next ones, not an item.

    An item goes on a list or ends with a stop; a heading follows a finished sentence and has none.
    """
    mark = marks.listing(line.text)
    if not mark or mark.kind != marks.ITEM or line.row or len(line.text) > 30:
        return False
    return not _SENTENCE_END.search(line.text) and before.text.endswith("。") and not marks.listing(before.text)
