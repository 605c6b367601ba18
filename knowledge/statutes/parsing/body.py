"""The body of a text: preamble, articles with their headings, annexes, closing lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.statutes.model import Article, ArticleNumber
from knowledge.statutes.parsing import annex, divisions, layout, marks, paragraphs, repair
from knowledge.statutes.parsing.divisions import Divisions
from knowledge.statutes.parsing.layout import Opening
from knowledge.statutes.parsing.lines import Line, squeeze
from knowledge.statutes.sheet import Annex, Problem


@dataclass(frozen=True, slots=True)
class Part:
    """An article beside its lines in the file; `line` is that of its mark."""

    article: Article
    lines: tuple[Line, ...]
    line: int

    @property
    def number(self) -> ArticleNumber:
        """The article's number."""
        return self.article.number


@dataclass(frozen=True, slots=True)
class Body:
    """What stands below the head of a file."""

    preamble: str
    parts: tuple[Part, ...]
    annexes: tuple[Annex, ...] = ()
    closing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def parse(lines: Sequence[Line]) -> Body:
    """The body of a file from its lines."""
    lines = repair.mended(lines)
    opener = layout.choose(lines)
    opened = layout.openings(lines, opener)
    return _numbered(lines, opened, opener is layout.by_section) if opened else _whole(lines)


def _whole(lines: Sequence[Line]) -> Body:
    """A text without numbered articles is article 0; its headings stay as lines."""
    rest, annexes = annex.split(lines)
    rest, closing = annex.without_closing(rest, True)
    if not rest:
        return Body("", (), annexes, closing)
    own = tuple(replace(line, level=0) for line in rest)
    part = Part(Article(ArticleNumber(0), paragraphs.build(own)), own, rest[0].number)
    return Body("", (part,), annexes, closing)


class _Cutter:
    """Cuts a body at its openings; `titled` where an article's first line may be its title (一、管辖)."""

    def __init__(self, titled: bool) -> None:
        self.titled = titled
        self.divisions = Divisions()
        self.parts: list[Part] = []
        self.annexes: list[Annex] = []
        self.problems: list[Problem] = []

    def preamble(self, lines: Sequence[Line]) -> str:
        """Take the lines before the first article: headings open, the rest is preamble."""
        texts, heading = [], False
        for index, line in enumerate(lines):
            if self.divisions.is_heading(line):
                self.divisions.enter(line)
                heading = True
            elif line.text.replace(" ", "") != "目录" and not (
                heading and index == len(lines) - 1 and self.divisions.extend(line)
            ):
                texts.append(squeeze(line.text))
                heading = False
        return "\n".join(texts)

    def article(self, opening: Opening, first: Line, following: Sequence[Line], last: bool) -> tuple[str, ...]:
        """Take one article and the headings after it; returns the closing lines, which only the last one has."""
        headings = self.divisions.current
        own, annexes = annex.split(following)
        own = self._without_headings([first, *own], last)[1:]
        self.annexes += annexes
        caption, text = self._caption(opening, first, own)
        own, closing = annex.without_closing([replace(first, text=text, level=0), *own], last)
        lines = tuple(repair.itemised(repair.unwrapped(own)))
        article = Article(opening.mark.article, paragraphs.build(lines), headings, caption)
        self.parts.append(Part(article, lines, first.number))
        return closing

    def _caption(self, opening: Opening, first: Line, own: Sequence[Line]) -> tuple[str, str]:
        """(caption, the rest of the article's first line)."""
        rest = opening.mark.rest
        if first.level or (self.titled and own and not _SENTENCE_END.search(rest)):
            return squeeze(rest), ""
        return marks.caption(rest)

    def _without_headings(self, lines: list[Line], last: bool) -> list[Line]:
        """An article's lines, mark's line first; headings after it open, or after the last article start an annex."""
        end = len(lines) if last else divisions.trailing(lines)
        for index, line in enumerate(lines[1:], 1):
            if index < end and not self.divisions.is_heading(line):
                continue
            if last:
                self.annexes += annex.gather(lines[index:])
            else:
                self._enter(lines[index:])
            return lines[:index]
        return lines

    def _enter(self, lines: Sequence[Line]) -> None:
        for index, line in enumerate(lines):
            if self.divisions.is_heading(line) or (index == 0 and line.level == 0):
                self.divisions.enter(line)
            elif not self.divisions.extend(line):
                self.problems.append(Problem("text between a heading and an article", line.number, line.text))


_SENTENCE_END = re.compile(r"[。；：？！]”?$")


def _numbered(lines: Sequence[Line], opened: Sequence[Opening], titled: bool) -> Body:
    cutter = _Cutter(titled)
    preamble = cutter.preamble(lines[: opened[0].index])
    closing: tuple[str, ...] = ()
    for opening, following in zip(opened, [*opened[1:], None], strict=True):
        end = following.index if following else len(lines)
        closing = cutter.article(opening, lines[opening.index], lines[opening.index + 1 : end], following is None)
    return Body(preamble, tuple(cutter.parts), tuple(cutter.annexes), closing, tuple(cutter.problems))
