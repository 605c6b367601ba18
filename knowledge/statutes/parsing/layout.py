"""How a text numbers its articles: 第一条, or 一、, or 1., or not at all.

Laws number by 条; decisions, replies and old regulations by 一、; some interpretations run 1. to 108. through headings
一、二、三、. A reply of one sentence has no numbers: it is article 0.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.statutes.parsing import annex, marks
from knowledge.statutes.parsing.lines import Line
from knowledge.statutes.parsing.marks import Mark

Opener = Callable[[Line, int], Mark | None]
"""(line, number of the last article or 0) -> the mark, where the line opens an article."""

_SKIP = 2
"""How far a number may jump in a text numbered 一、 or 1.: more is a list, not an article."""

_FAR = 10
"""How far 第N条 may jump: more is an article that the text sets down for another law (修正案 2018, 第五十二条)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where an article opens: index of its line, and its mark."""

    index: int
    mark: Mark


def by_article(line: Line, last: int) -> Mark | None:
    """第一条 …; 第十五 条… counts only when it is the next number."""
    if line.row:
        return None
    if mark := marks.article(line.text):
        return mark if not last or mark.number <= last + _FAR else None
    slipped = marks.slipped_article(line.text)
    return slipped if slipped and slipped.number == last + 1 else None


def by_section(line: Line, last: int) -> Mark | None:
    """一、…"""
    mark = None if line.row else marks.section(line.text, bool(line.level))
    return mark if mark and last < mark.number <= last + _SKIP else None


def by_point(line: Line, last: int) -> Mark | None:
    """1.…"""
    mark = None if line.row or line.level else marks.point(line.text)
    return mark if mark and last < mark.number <= last + _SKIP else None


def unnumbered(line: Line, last: int) -> Mark | None:
    """No line opens an article."""
    return None


def choose(lines: Sequence[Line]) -> Opener:
    """The way in which these lines number their articles."""
    if any(by_article(line, 0) for line in lines):
        return by_article
    points, sections = openings(lines, by_point), openings(lines, by_section)
    if _runs_through(lines, points, sections):
        return by_point
    return by_section if len(sections) > 1 else unnumbered


def _runs_through(lines: Sequence[Line], points: list[Opening], sections: list[Opening]) -> bool:
    """Whether 1., 2., 3. are articles: none is left over, and they run on under any headings 一、 that there are."""
    numbered = [line for line in lines if not line.level and not line.row and marks.point(line.text)]
    if len(points) < 2 or len(points) < len(numbered):
        return False
    inside = [opening for opening in sections if points[0].index < opening.index < points[-1].index]
    return not sections or (bool(inside) and all(lines[opening.index].level for opening in sections))


def openings(lines: Sequence[Line], opener: Opener) -> list[Opening]:
    """Every line that opens an article. Inside an annex or a quotation, which have articles of their own, only the next
    number does.
    """
    found: list[Opening] = []
    last, inside_annex, quoted = 0, False, False
    for index, line in enumerate(lines):
        mark = opener(line, last)
        if mark and (mark.number == last + 1 or not (inside_annex or quoted)):
            found.append(Opening(index, mark))
            last, inside_annex, quoted = mark.number, False, False
        elif found and annex.opens(line):
            inside_annex = True
        quoted = _quoting(line.text, quoted)
    return found


def _quoting(text: str, quoted: bool) -> bool:
    """Whether a quotation “… is open after the line. Each paragraph of a long quotation may begin with “ anew."""
    opened, closed = text.rfind("“"), text.rfind("”")
    return quoted if opened == closed else opened > closed
