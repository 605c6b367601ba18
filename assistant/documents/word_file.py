"""A sheet as a Word file. Only the modules `word_…` name python-docx."""

import io
from datetime import date, datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assistant.documents.aigc import Origin
from assistant.documents.sheet import Line, NewPage, Part, Sheet, Table
from assistant.documents.word_package import labelled
from assistant.documents.word_styles import AFTER_TABLE, MARGIN, style_all
from assistant.documents.word_table import add_table
from assistant.documents.word_text import write


def word_file(sheet: Sheet, origin: Origin, on: date) -> bytes:
    """The bytes of the .docx file: A4, the notice on every page, the label in its properties."""
    paper = docx.Document()
    style_all(paper)
    _margins(paper, sheet.notice)
    _properties(paper, sheet, origin, on)
    _parts(paper, sheet)
    stream = io.BytesIO()
    paper.save(stream)
    return labelled(stream.getvalue(), origin)


def _parts(paper: Document, sheet: Sheet) -> None:
    before: Part | None = None
    for part in sheet.parts:
        if isinstance(part, Table):
            add_table(paper, part)
        elif isinstance(part, Line):
            paragraph = paper.add_paragraph(style=part.style.value)
            if isinstance(before, NewPage):
                paragraph.paragraph_format.page_break_before = True
            if isinstance(before, Table):  # Word sets the next line on the table's edge
                paragraph.paragraph_format.space_before = AFTER_TABLE
            write(paragraph, part)
        before = part


def _margins(paper: Document, notice: str) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    head = section.header.paragraphs[0]
    head.style = "notice"
    head.add_run(notice)
    foot = section.footer.paragraphs[0]
    foot.style = "page"
    foot.add_run("第")
    _field(foot, "PAGE")
    foot.add_run("页")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
    shown = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    shown.append(text)
    field.append(shown)


def _properties(paper: Document, sheet: Sheet, origin: Origin, on: date) -> None:
    properties = paper.core_properties
    properties.title = sheet.title
    properties.author = properties.last_modified_by = origin.producer
    properties.comments = sheet.notice
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime(on.year, on.month, on.day)
