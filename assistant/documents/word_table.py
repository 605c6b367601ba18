"""Tables of a sheet in Word."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as Grid
from docx.table import _Cell, _Row

from assistant.documents.sheet import Line, Table
from assistant.documents.word_styles import TEXT_WIDTH
from assistant.documents.word_text import write

_AIR = 60  # twentieths of a point above and below the text of a cell


def add_table(paper: Document, table: Table) -> None:
    """Set the table at the end of the paper."""
    grid = paper.add_table(rows=0, cols=len(table.widths), style="Table Grid")
    grid.autofit = False
    _air(grid)
    widths = [Length(TEXT_WIDTH * width // sum(table.widths)) for width in table.widths]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for index, cells in enumerate(table.rows):
        row = grid.add_row()
        _whole(row, header=table.header and index == 0)
        at = 0
        for cell in cells:
            box = row.cells[at]
            if cell.span > 1:
                box = box.merge(row.cells[at + cell.span - 1])
            box.width = Length(sum(widths[at : at + cell.span]))
            _fill_cell(box, cell.lines)
            at += cell.span


def _fill_cell(box: _Cell, lines: tuple[Line, ...]) -> None:
    paragraph = box.paragraphs[0]
    for number, line in enumerate(lines):
        if number:
            paragraph = box.add_paragraph()
        paragraph.style = line.style.value
        write(paragraph, line)


def _whole(row: _Row, header: bool) -> None:
    """The heading row stands on every page; no row is torn unless it is longer than a page."""
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if header else [])):
        properties.append(OxmlElement(name))


def _air(grid: Grid) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(_AIR))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.append(margins)
