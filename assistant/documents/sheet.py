"""A sheet: a document as it is filled in, before it is a file. Word and PDF are made of the same sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Ink:
    """Words that are printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on, `width` characters long; `label` says what belongs there where no words before it do."""

    label: str
    width: int
    fact: str = ""


Run = Ink | Blank


class Style(StrEnum):
    """How a paragraph looks."""

    TITLE = "title"  # centred, 小二
    SUBTITLE = "subtitle"  # centred, 小四
    HEADING = "heading"  # bold
    BODY = "body"  # indented by two characters, 1.5 lines
    FLUSH = "flush"  # not indented
    OPENING = "opening"  # 此致: indented, on the page of what follows
    OFFICE = "office"  # whom it goes to: not indented, on the page of what follows
    SIGNED = "signed"  # where people sign: right, on the page of the day
    DATED = "dated"  # the day, right
    CELL = "cell"  # in a table
    BAND = "band"  # in a table: centred, bold


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    runs: tuple[Run, ...]
    style: Style = Style.BODY

    @property
    def text(self) -> str:
        """The words, blanks as ＿ with their label."""
        return "".join(run.text if isinstance(run, Ink) else _shown(run) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `span` how many columns it takes."""

    lines: tuple[Line, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `widths` in parts of the line; `header` whether the first row is repeated on every page."""

    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Part = Line | Table | NewPage


@dataclass(frozen=True, slots=True)
class Sheet:
    """The filled document. `notice` is the label that stands on each page: that a machine made it (GB 45438)."""

    title: str
    notice: str
    parts: tuple[Part, ...]

    @property
    def blanks(self) -> tuple[str, ...]:
        """The ids of the facts whose places are blank, in reading order."""
        runs = (run for line in self.lines for run in line.runs)
        return tuple(dict.fromkeys(run.fact for run in runs if isinstance(run, Blank) and run.fact))

    @property
    def lines(self) -> Iterator[Line]:
        """Every paragraph, those in tables too."""
        for part in self.parts:
            if isinstance(part, Line):
                yield part
            elif isinstance(part, Table):
                yield from (line for row in part.rows for cell in row for line in cell.lines)

    @property
    def text(self) -> str:
        """The sheet as plain text, for readers of screens and for tests."""
        return "\n".join(shown for part in self.parts for shown in _part_text(part))


def line(text: str, style: Style = Style.BODY) -> Line:
    """A paragraph of fixed words."""
    return Line((Ink(text),), style)


def _part_text(part: Part) -> Iterator[str]:
    match part:
        case Line():
            yield part.text
        case Table():
            yield from ("｜".join("／".join(line.text for line in cell.lines) for cell in row) for row in part.rows)
        case NewPage():
            yield "————"


def _shown(blank: Blank) -> str:
    return f"＿＿{blank.label}＿＿"
