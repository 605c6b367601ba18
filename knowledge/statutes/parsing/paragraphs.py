"""Lines of one article -> paragraphs (款), items (项) and points (目).

Sources number items but not paragraphs: a plain line is a paragraph. A plain line between item n and item n+1 is not:
it still belongs to item n. The kind of mark that a list opens with, （一） or 1. or (1), is the kind of its items; the
next kind below is that of their points; anything deeper stays in its point as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.statutes.model import Item, Paragraph
from knowledge.statutes.parsing import marks
from knowledge.statutes.parsing.lines import Line, squeeze
from knowledge.statutes.parsing.marks import ListMark


@dataclass(slots=True)
class _Item:
    mark: ListMark
    text: str
    points: list[str] = field(default_factory=list)
    point: ListMark | None = None

    def add(self, text: str) -> None:
        """Words that go on in this item, at its deepest open level."""
        if self.points:
            self.points[-1] += "\n" + text
        else:
            self.text += "\n" + text

    def add_point(self, mark: ListMark, text: str) -> None:
        self.points.append(text)
        self.point = mark

    def frozen(self) -> Item:
        return Item(self.mark.number, self.text, self.mark.insert, tuple(self.points))


@dataclass(slots=True)
class _Paragraph:
    text: str
    items: list[_Item] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Words that go on in this paragraph (a table's row)."""
        if self.items:
            self.items[-1].add(text)
        else:
            self.text = f"{self.text}\n{text}" if self.text else text

    def frozen(self, number: int) -> Paragraph:
        return Paragraph(number, self.text, tuple(item.frozen() for item in self.items))


class _Builder:
    """Takes the lines of an article in order."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []

    def add(self, line: Line) -> None:
        if line.row:
            self._row(line.text)
        elif not ((mark := marks.listing(line.text)) and self._listed(mark, squeeze(line.text))):
            self.paragraphs.append(_Paragraph(squeeze(line.text)))

    def _row(self, text: str) -> None:
        if not self.paragraphs:
            self.paragraphs.append(_Paragraph(""))
        self.paragraphs[-1].add(text)

    def _listed(self, mark: ListMark, text: str) -> bool:
        """Take a line with a list mark into an open list, or open one; say whether it was taken."""
        self._restore(mark)
        if self._continued(mark, text):
            return True
        if not mark.first and mark.kind != marks.ITEM:
            return False
        if not self.paragraphs or (self.paragraphs[-1].items and mark.first):
            self.paragraphs.append(_Paragraph(""))
        self.paragraphs[-1].items.append(_Item(mark, text))
        return True

    def _restore(self, mark: ListMark) -> None:
        """Give back the numbers that conversion lost: plain lines in the places of the items before （三）."""
        if mark.kind != marks.ITEM or mark.insert:
            return
        colon = len(self.paragraphs) - mark.number
        nearest = self._nearest()
        if mark.number > 1 and colon >= 0 and nearest < colon and self.paragraphs[colon].text.endswith(("：", ":")):
            holder, number = colon, 1
        elif nearest >= 0 and self._missing(nearest, mark) == len(self.paragraphs) - 1 - nearest:
            holder, number = nearest, self.paragraphs[nearest].items[-1].mark.number + 1
        else:
            return
        for offset, stray in enumerate(self.paragraphs[holder + 1 :]):
            self.paragraphs[holder].items.append(_Item(ListMark(marks.ITEM, number + offset), stray.text))
        del self.paragraphs[holder + 1 :]

    def _missing(self, index: int, mark: ListMark) -> int:
        """How many items are missing between the paragraph's last one and the mark."""
        last = self.paragraphs[index].items[-1].mark
        return mark.number - last.number - 1 if last.kind == marks.ITEM else 0

    def _nearest(self, kind: str = "") -> int:
        """Index of the last paragraph with items (of a kind), -1 where none has."""
        for index in range(len(self.paragraphs) - 1, -1, -1):
            items = self.paragraphs[index].items
            if items and (not kind or items[-1].mark.kind == kind):
                return index
        return -1

    def _continued(self, mark: ListMark, text: str) -> bool:
        """Take the line where its number goes on from the last one of an open list, at any level."""
        for index in dict.fromkeys((self._nearest(), self._nearest(mark.kind))):
            if index >= 0 and self._continued_at(index, mark, text):
                return True
        return False

    def _continued_at(self, index: int, mark: ListMark, text: str) -> bool:
        items = self.paragraphs[index].items
        last, closed = items[-1], index < len(self.paragraphs) - 1
        if mark.follows(last.mark):
            self._fold(index)
            items.append(_Item(mark, text))
        elif last.point and mark.follows(last.point):
            self._fold(index)
            last.add_point(mark, text)
        elif closed or mark.kind == last.mark.kind or (mark.kind == marks.ITEM and not mark.first):
            return False
        elif not last.point and mark.first:
            last.add_point(mark, text)
        else:
            last.add(text)
        return True

    def _fold(self, index: int) -> None:
        """Lines since the list's last item belong to that item after all."""
        for stray in self.paragraphs[index + 1 :]:
            self.paragraphs[index].items[-1].add(stray.frozen(0).full)
        del self.paragraphs[index + 1 :]


def build(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, numbered from 1; the first line is the words after 第N条."""
    builder = _Builder()
    for line in lines:
        if line.text:
            builder.add(line)
    return tuple(paragraph.frozen(n) for n, paragraph in enumerate(builder.paragraphs, 1))
