"""Lines of a sheet in Word: words, and blanks to write on."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

from assistant.documents.sheet import Blank, Line, Run
from assistant.documents.word_styles import GREY, LABEL_SIZE

# Low lines: underlined spaces vanish at the end of a line, and let a comma begin the next.
_RULE = "__"


def write(paragraph: Paragraph, line: Line) -> None:
    """Write the line into the paragraph."""
    for run in line.runs:
        _write_run(paragraph, run)


def _write_run(paragraph: Paragraph, run: Run) -> None:
    if not isinstance(run, Blank):
        paragraph.add_run(run.text)
    elif not run.width:
        _underline_line(paragraph)
    elif not run.label:
        paragraph.add_run(_RULE * run.width)
    else:
        side = _RULE * max(2, (run.width - len(run.label)) // 2)
        paragraph.add_run(side)
        label = paragraph.add_run(f"（{run.label}）")
        label.underline, label.font.size, label.font.color.rgb = True, LABEL_SIZE, GREY
        paragraph.add_run(side)


def _underline_line(paragraph: Paragraph) -> None:
    """A rule from margin to margin; `between`, too, for Word draws one border around like neighbours."""
    paragraph.paragraph_format.first_line_indent = Length(0)
    borders = OxmlElement("w:pBdr")
    for place in ("bottom", "between"):
        border = OxmlElement(f"w:{place}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
