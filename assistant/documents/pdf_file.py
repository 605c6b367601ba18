"""A sheet as PDF: set by typst with a Chinese font of the system, labelled by pypdf. No other module names them."""

import io
import json
from datetime import UTC, date, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import typst
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from assistant.documents.aigc import NAMESPACE, PROPERTY, Origin
from assistant.documents.sheet import Blank, Cell, Line, NewPage, Part, Run, Sheet, Table
from assistant.errors import PaperUnavailable

FACES = (
    "SimSun",
    "FangSong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "Songti SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
"""Chinese fonts, those with serifs first, as papers are set; the first that the system has is taken."""

Json = dict[str, Any]


def pdf_file(sheet: Sheet, origin: Origin, on: date) -> bytes:
    """The bytes of the PDF: tagged for readers of screens, the notice on every page, the label in its metadata.

    PaperUnavailable where the system has no font with Chinese characters.
    """
    data = {
        "title": sheet.title,
        "notice": sheet.notice,
        "producer": origin.producer,
        "on": {"year": on.year, "month": on.month, "day": on.day},
        "font": _face(),
        "parts": [_part(part) for part in sheet.parts],
    }
    set_pdf = typst.compile(
        (Path(__file__).parent / "sheet.typ").read_bytes(),
        format="pdf",
        sys_inputs={"sheet": json.dumps(data, ensure_ascii=False)},
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )
    if not isinstance(set_pdf, bytes):
        raise PaperUnavailable("typst gave no PDF (rule: one file for one sheet)")
    return _labelled(set_pdf, origin)


@cache
def _face() -> str:
    installed = set(typst.Fonts(include_embedded_fonts=False).families())
    for face in FACES:
        if face in installed:
            return face
    raise PaperUnavailable(
        f"no font with Chinese characters is installed (rule: one of {', '.join(FACES)}; Debian: fonts-noto-cjk)"
    )


def _part(part: Part) -> Json:
    match part:
        case NewPage():
            return {"kind": "page"}
        case Table():
            rows = [[_cell(cell) for cell in row] for row in part.rows]
            return {"kind": "table", "widths": part.widths, "header": part.header, "rows": rows}
        case Line():
            return {"kind": "line", **_line(part)}


def _cell(cell: Cell) -> Json:
    return {"span": cell.span, "lines": [_line(one) for one in cell.lines]}


def _line(line: Line) -> Json:
    return {"style": line.style.value, "runs": [_run(run) for run in line.runs]}


def _run(run: Run) -> Json:
    return {"label": run.label, "width": run.width} if isinstance(run, Blank) else {"text": run.text}


def _labelled(pdf: bytes, origin: Origin) -> bytes:
    """The file with the label in its XMP packet and its information dictionary."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_metadata({f"/{PROPERTY}": origin.json})
    packet = writer.root_object["/Metadata"].get_object()
    if not isinstance(packet, StreamObject):
        raise PaperUnavailable("typst gave a PDF without XMP metadata, which has to hold the label")
    label = (
        f'<rdf:Description rdf:about="" xmlns:TC260="{NAMESPACE}">'
        f"<TC260:{PROPERTY}>{escape(origin.json, quote=False)}</TC260:{PROPERTY}></rdf:Description></rdf:RDF>"
    )
    renewed = StreamObject()
    renewed.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    renewed.set_data(packet.get_data().replace(b"</rdf:RDF>", label.encode()))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(renewed)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
