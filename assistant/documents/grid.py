"""A table whose rows are the lines of a told text."""

from collections.abc import Iterator

from assistant.documents.model import Grid
from assistant.documents.sheet import Cell, Style, Table, line
from assistant.errors import BadFact
from assistant.facts.model import Facts

_NUMBER = 3  # parts of the line, in halves of the grid's own: what 序号 needs
_BARS = str.maketrans({"|": "｜"})


def grid(block: Grid, facts: Facts) -> Table:
    """The table, rows numbered; empty rows where the fact is not told. BadFact where a line has too many cells."""
    head = tuple(Cell((line(column, Style.BAND),)) for column in ("序号", *block.columns))
    rows = tuple(_rows(block, facts))
    return Table((_NUMBER, *(2 * width for width in block.widths)), (head, *rows), header=True)


def _rows(block: Grid, facts: Facts) -> Iterator[tuple[Cell, ...]]:
    told = facts.get(block.fact)
    lines = [one.strip() for one in str(told).splitlines() if one.strip()] if told is not None else [""] * block.blank
    for number, one in enumerate(lines, 1):
        cells = [cell.strip() for cell in one.translate(_BARS).split("｜")]
        if len(cells) > len(block.columns):
            raise BadFact(block.fact, one, f"一行最多 {len(block.columns)} 格，用｜隔开：{'｜'.join(block.columns)}")
        cells += [""] * (len(block.columns) - len(cells))
        yield tuple(Cell((line(text, Style.CELL),)) for text in (str(number), *cells))
