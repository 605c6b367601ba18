import io
import json
import re
from datetime import date
from html import unescape

import pytest
from pypdf import PdfReader

from assistant.documents import pdf_file
from assistant.documents.aigc import NAMESPACE, NOTICE
from assistant.documents.model import Document
from assistant.documents.render import render, to_pdf
from assistant.documents.shelf import documents
from assistant.errors import PaperUnavailable
from tests.assistant.documents.told import told

TODAY = date(2026, 11, 24)
EACH = pytest.mark.parametrize("document", list(documents().values()), ids=lambda document: document.id)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


@EACH
@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
def test_every_page_holds_text_and_the_label(document: Document, full: bool) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(render(document.id, told(document) if full else {}, TODAY))))
    pages = [_plain(page.extract_text()) for page in reader.pages]
    assert document.title in pages[0]
    assert [NOTICE in page for page in pages] == [True] * len(pages)
    assert min(len(page) for page in pages) > len(NOTICE) + 10
    assert "填写和提交说明" in pages[-1]


def test_the_metadata_holds_the_label_twice() -> None:
    made = render("will", {}, TODAY, producer="某机构<一>")
    reader = PdfReader(io.BytesIO(to_pdf(made)))
    packet = reader.trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]
    found = re.search(rf'xmlns:TC260="{re.escape(NAMESPACE)}"><TC260:AIGC>(.*?)</TC260:AIGC>', packet)
    assert found
    assert json.loads(unescape(found[1])) == json.loads(made.origin.json)
    assert reader.metadata is not None
    assert str(reader.metadata["/AIGC"]) == made.origin.json


def test_words_of_a_person_are_never_markup() -> None:
    made = render("will", {"wishes": '#panic("x") *粗* $x$ <a> [b]'}, TODAY)
    text = _plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(made))).pages))
    assert _plain('#panic("x") *粗* $x$ <a> [b]') in text


def test_a_system_without_a_chinese_font_is_told_which_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "FACES", ("No Such Face",))
    pdf_file._face.cache_clear()
    with pytest.raises(PaperUnavailable, match="No Such Face"):
        to_pdf(render("will", {}, TODAY))
    pdf_file._face.cache_clear()
