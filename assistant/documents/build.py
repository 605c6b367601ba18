"""The one builder: a document and what is told of it become a sheet."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from assistant.documents.aigc import NOTICE
from assistant.documents.annex import annexes, counsel
from assistant.documents.filling import fill
from assistant.documents.grid import grid
from assistant.documents.model import Addressed, Document, Form, FormRow, Grid, Heading, Items, Paragraph, Signed
from assistant.documents.sheet import Blank, Cell, Ink, Line, Part, Sheet, Style, Table, line
from assistant.documents.sums import Sum
from assistant.documents.template import Template
from assistant.facts.model import Facts
from assistant.phrases import day_words

T = TypeVar("T")
_FORM_WIDTHS = (1, 3)


def build(document: Document, facts: Facts, on: date, sums: Sequence[Sum] = ()) -> Sheet:
    """The sheet: title, layout, the workings of the sums, and on a page of its own what the person should know.

    `facts` are checked values; what is not among them stays blank.
    """
    paper = tuple(_Paper(document, facts, on).parts())
    return Sheet(document.title, NOTICE, (*paper, *annexes(sums), *counsel(document, on)))


class _Paper:
    """The parts of the paper itself."""

    def __init__(self, document: Document, facts: Facts, on: date) -> None:
        self._document = document
        self._facts = facts
        self._on = on
        self._fields = document.by_id

    def parts(self) -> Iterator[Part]:
        yield line(self._document.title, Style.TITLE)
        if self._document.subtitle:
            yield line(self._document.subtitle, Style.SUBTITLE)
        for block in self._document.layout:
            match block:
                case Heading():
                    yield line(block.text, Style.HEADING)
                case Paragraph():
                    yield from self._paragraph(block)
                case Items():
                    yield from self._items(block)
                case Form():
                    yield Table(_FORM_WIDTHS, tuple(self._rows(block)))
                case Grid():
                    yield grid(block, self._facts)
                case Addressed():
                    yield line("此致", Style.OPENING)
                    yield from self._filled(block.to, Style.OFFICE)
                case Signed():
                    yield from self._signed(block)

    def _filled(self, template: Template, style: Style) -> tuple[Line, ...]:
        return fill(template, self._fields, self._facts, style)

    def _paragraph(self, block: Paragraph) -> Iterator[Line]:
        if block.only is None or block.only.holds(self._facts):
            yield from self._filled(block.text, Style.FLUSH if block.flush else Style.BODY)

    def _items(self, block: Items) -> Iterator[Line]:
        standing = self._needed(block.lines, lambda one: one.facts)
        filled = [lines for one in standing if (lines := self._filled(one, Style.BODY))]
        for number, lines in enumerate(filled, 1):
            first, *others = lines
            mark = (Ink(f"{number}．"),) if block.numbered else ()
            yield Line((*mark, *first.runs), first.style)
            yield from others

    def _rows(self, block: Form) -> Iterator[tuple[Cell, ...]]:
        spare = [row for row in block.rows if row.spare]
        needed = self._needed(spare, _row_facts)
        for row in block.rows:
            if row.spare and row not in needed:
                continue
            lines = tuple(one for text in row.lines for one in self._filled(text, Style.CELL))
            if row.lines:
                yield (Cell((line(row.label, Style.CELL),)), Cell(lines))
            else:
                yield (Cell((line(row.label, Style.BAND),), span=2),)

    def _needed(self, all: Sequence[T], facts_of: Callable[[T], frozenset[str]]) -> list[T]:
        """Those with no facts and those of whose facts one is told; all where none of their facts is."""
        told = [one for one in all if facts_of(one) & self._facts.keys()]
        return [one for one in all if one in told or not facts_of(one)] if told else list(all)

    def _signed(self, block: Signed) -> Iterator[Line]:
        if block.dated:
            yield line(block.who, Style.SIGNED)
            yield line(day_words(self._on), Style.DATED)
            return
        yield Line((Ink(f"{block.who}（签名或者盖章）："), Blank("", 8)), Style.SIGNED)
        yield Line((Blank("", 4), Ink("年"), Blank("", 2), Ink("月"), Blank("", 2), Ink("日")), Style.DATED)


def _row_facts(row: FormRow) -> frozenset[str]:
    return frozenset(fact for one in row.lines for fact in one.facts)
