"""How paragraphs look in Word: 小二 (18 pt) titles, 小四 (12 pt), 1.5 lines, an indent of two characters."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from assistant.documents.sheet import Style

MARGIN = Cm(2.5)
TEXT_WIDTH = Length(Cm(21) - 2 * MARGIN)
LABEL_SIZE = Pt(9)
AFTER_TABLE = Pt(8)
GREY = RGBColor(0x59, 0x59, 0x59)  # dark enough to be read: 7:1 on white
_SONG, _HEI = "宋体", "黑体"  # every Windows and WPS has them; elsewhere the system's own Chinese font stands in
_LATIN = "Times New Roman"


@dataclass(frozen=True, slots=True)
class _Look:
    """`size` in points; `indent` of the first line in characters; `lines` the height of a line.

    `above` is the space before it in points; `keep`: on the page of what follows.
    """

    size: int = 12
    face: str = _SONG
    bold: bool = False
    place: WD_ALIGN_PARAGRAPH | None = None
    indent: int = 0
    lines: float = 1.5
    above: int = 0
    keep: bool = False


_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
_LOOKS: Mapping[str, _Look] = {
    Style.TITLE.value: _Look(18, bold=True, place=_CENTRE, keep=True),
    Style.SUBTITLE.value: _Look(place=_CENTRE, keep=True),
    Style.HEADING.value: _Look(face=_HEI, bold=True, indent=2, above=6, keep=True),
    Style.BODY.value: _Look(indent=2),
    Style.FLUSH.value: _Look(),
    Style.OPENING.value: _Look(indent=2, above=12, keep=True),
    Style.OFFICE.value: _Look(keep=True),
    Style.SIGNED.value: _Look(place=_RIGHT, keep=True),
    Style.DATED.value: _Look(place=_RIGHT),
    Style.CELL.value: _Look(lines=1.25),
    Style.BAND.value: _Look(face=_HEI, bold=True, place=_CENTRE, lines=1.25, keep=True),
    "notice": _Look(9, place=_RIGHT, lines=1.0),
    "page": _Look(9, place=_CENTRE, lines=1.0),
}


def style_all(paper: Document) -> None:
    """The styles of the house, by the names of `Style`, and those of header (`notice`) and footer (`page`)."""
    for name, look in _LOOKS.items():
        style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not isinstance(style, ParagraphStyle):  # what python-docx promises for this kind
            raise TypeError(f"style {name!r} is no paragraph style")
        style.base_style = paper.styles["Normal"]
        _apply(style, look)


def _apply(style: ParagraphStyle, look: _Look) -> None:
    style.font.size, style.font.bold, style.font.name = Pt(look.size), look.bold, _LATIN
    style.element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), look.face)
    form = style.paragraph_format
    form.alignment, form.line_spacing, form.keep_with_next = look.place, look.lines, look.keep
    form.space_before, form.space_after = Pt(look.above), Pt(0)
    if look.indent:
        indent = OxmlElement("w:ind")  # counted in characters, so that it stays two whatever the size
        indent.set(qn("w:firstLineChars"), str(look.indent * 100))
        indent.set(qn("w:firstLine"), str(look.indent * look.size * 20))
        style.element.get_or_add_pPr().append(indent)
