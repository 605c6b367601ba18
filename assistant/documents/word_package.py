"""The label in a Word file: a custom property, which python-docx does not write."""

import io
import zipfile
from xml.sax.saxutils import escape

from assistant.documents.aigc import PROPERTY, Origin

_PLACE = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip files carry a time; a fixed one makes equal papers equal bytes


def labelled(docx: bytes, origin: Origin) -> bytes:
    """The file with the label among its custom properties."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            _write(new, name, _changed(name, old.read(name)))
        _write(new, _PLACE, _CUSTOM.format(name=PROPERTY, value=escape(origin.json)).encode())
    return stream.getvalue()


def _changed(name: str, content: bytes) -> bytes:
    match name:
        case "[Content_Types].xml":
            entry = f'<Override PartName="/{_PLACE}" ContentType="{_TYPE}"/></Types>'
            return content.replace(b"</Types>", entry.encode())
        case "_rels/.rels":
            entry = f'<Relationship Id="rIdAigc" Type="{_RELATION}" Target="{_PLACE}"/></Relationships>'
            return content.replace(b"</Relationships>", entry.encode())
    return content


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
