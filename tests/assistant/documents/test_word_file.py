import io
import json
import zipfile
from datetime import date
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn

from assistant.documents.aigc import NOTICE
from assistant.documents.model import Document
from assistant.documents.render import Rendered, render
from assistant.documents.shelf import documents
from tests.assistant.documents.told import told

TODAY = date(2026, 11, 24)
ALL = list(documents().values())
EACH = pytest.mark.parametrize("document", ALL, ids=lambda document: document.id)


def words(made: Rendered) -> str:
    """Every word of the file, those in tables too."""
    body = docx.Document(io.BytesIO(made.docx)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


@EACH
@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
def test_the_file_opens_again_and_holds_every_line_of_the_sheet(document: Document, full: bool) -> None:
    made = render(document.id, told(document) if full else {}, TODAY)
    said = words(made)
    missing = [
        run.text for line in made.sheet.lines for run in line.runs if hasattr(run, "text") and run.text not in said
    ]
    assert missing == []
    assert bool(made.blanks) is not full


@EACH
def test_the_label_stands_on_every_page_and_in_the_metadata(document: Document) -> None:
    made = render(document.id, {}, TODAY, producer="001191310000000000000X00000")
    paper = docx.Document(io.BytesIO(made.docx))
    assert [section.header.paragraphs[0].text for section in paper.sections] == [NOTICE]
    assert "人工智能生成" in NOTICE
    label = json.loads(custom_property(made.docx))
    assert label["Label"] == "1"
    assert label["ContentProducer"] == "001191310000000000000X00000"
    assert label["ProduceID"] == made.origin.number
    assert paper.core_properties.title == document.title


def custom_property(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        root = ElementTree.fromstring(archive.read("docProps/custom.xml"))
        assert "docProps/custom.xml" in archive.read("[Content_Types].xml").decode()
        assert "docProps/custom.xml" in archive.read("_rels/.rels").decode()
    (field,) = root
    assert field.get("name") == "AIGC"
    return field[0].text or ""


def test_the_same_facts_give_the_same_bytes_and_others_another_number() -> None:
    one, again = render("will", {}, TODAY), render("will", {}, TODAY)
    other = render("will", {"executor": "王五"}, TODAY)
    assert one.docx == again.docx
    assert one.origin.number != other.origin.number


def test_markup_in_a_text_is_text() -> None:
    assert "<b>&amp;{owed}" in words(render("will", {"wishes": "<b>&amp;{owed}"}, TODAY))


def test_facts_of_others_are_left_out() -> None:
    assert render("will", {"wage": True}, TODAY).docx == render("will", {}, TODAY).docx
