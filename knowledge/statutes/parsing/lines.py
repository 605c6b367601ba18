"""Markdown -> lines: what a source file says, without front matter, comments, emphasis, links and odd spaces.

Both corpora write a paragraph a line. Blank lines, `<style>` blocks and comments say nothing, except the one comment
that ends the head in china-law-db, which stays as a line of its own. A table (Markdown or HTML) becomes one line a row.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

END_OF_HEAD = "<!-- INFO END -->"

_COMMENT = re.compile(r"<!--.*?-->")
_BOX = re.compile(r"^:::(?: ?(?:tip|warning|info|details))?")  # ::: tip 第七节 … :::
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")  # [text](address)
_HEADING = re.compile(r"(#+)(?:\s+|$)(.*)")  # ## 第一章　总则
_ROW_RULE = re.compile(r"[\s|:\-]+")  # | --- | :--: |
_TAG = re.compile(r"</?(?:p|br|div|span|b|i|strong|em|sup|sub|font|figure|figcaption|a|img)\b[^>]*>")
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2009\u200a\u2060\ufeff]")
_SPACES = re.compile(r"\s+")
# Glyphs of a printer's own font: between digits the decimal point (身高低于1.4米), elsewhere a spacer without meaning.
_OWN_POINT = re.compile("(?<=[0-9])[\ue000-\uf8ff](?=[0-9])")
_OWN_GLYPH = re.compile("[\ue000-\uf8ff]")
_WIDE = "[\u2018-\u201d\u3001-\u303f\u4e00-\u9fff\uff01-\uffee]"
_WIDE_GAP = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something. `number` is 1-based in the file; `level` the count of #, 0 for plain text."""

    number: int
    text: str
    level: int = 0
    row: bool = False


def read(text: str) -> list[Line]:
    """The lines of a Markdown file, in order."""
    numbered = enumerate(text.split("\n"), 1)
    return list(_read(_without_front_matter(numbered)))


def squeeze(text: str) -> str:
    """Text without the spaces that sources put between Chinese characters; those beside digits and letters stay."""
    return _WIDE_GAP.sub("", text)


def _without_front_matter(numbered: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    inside = False
    for number, raw in numbered:
        if raw.strip() == "---" and (number == 1 or inside):
            inside = not inside
        elif not inside:
            yield number, raw


def _read(numbered: Iterator[tuple[int, str]]) -> Iterator[Line]:
    for number, raw in numbered:
        stripped = raw.strip()
        if stripped == END_OF_HEAD:
            yield Line(number, END_OF_HEAD)
        elif stripped.startswith("<style"):
            _block(numbered, raw, "</style>")
        elif stripped.startswith("<table"):
            yield from _rows(number, _block(numbered, raw, "</table>"))
        elif line := _line(number, stripped):
            yield line


def _block(numbered: Iterator[tuple[int, str]], first: str, end: str) -> str:
    """Everything up to the line that holds `end`, that line included."""
    taken = [first]
    while end not in taken[-1]:
        following = next(numbered, None)
        if following is None:
            break
        taken.append(following[1])
    return "\n".join(taken)


def _rows(number: int, table: str) -> Iterator[Line]:
    for row in re.split(r"<tr\b|<thead\b", table)[1:]:
        cells = [_tidy(_TAG.sub(" ", cell)) for cell in _CELL.findall(row)]
        if any(cells):
            yield Line(number, " | ".join(cells), row=True)


def _line(number: int, raw: str) -> Line | None:
    text = _tidy(_LINK.sub(r"\1", _TAG.sub(" ", _BOX.sub("", _COMMENT.sub("", raw)))))
    if heading := _HEADING.fullmatch(text):
        return Line(number, heading[2], len(heading[1])) if heading[2] else None
    if text.startswith("|"):
        row = "" if _ROW_RULE.fullmatch(text) else " | ".join(cell.strip() for cell in text.strip("|").split("|"))
        return Line(number, row, row=True) if row else None
    return Line(number, text) if text else None


def _tidy(text: str) -> str:
    """One space for any run of spaces, no invisible characters, no emphasis marks around words."""
    text = _OWN_GLYPH.sub("", _OWN_POINT.sub(".", html.unescape(text)))
    text = _INVISIBLE.sub("", text).replace("**", "")
    if len(text) > 2 and text.startswith("*") and text.endswith("*"):
        text = text[1:-1]
    return _SPACES.sub(" ", text).strip()
