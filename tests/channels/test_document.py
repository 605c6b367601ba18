import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from assistant.documents.shelf import documents
from channels.cli.main import main


def lawline(*words: str) -> Result:
    return CliRunner().invoke(main, ["document", *words])


def test_without_a_name_every_document_is_listed() -> None:
    shown = lawline()
    assert shown.exit_code == 0
    assert [id for id in documents() if f"{id}：" not in shown.output] == []
    assert len(json.loads(lawline("--json").output)) == len(documents())


def test_without_a_file_the_facts_of_a_document_are_shown() -> None:
    shown = lawline("loan-complaint")
    assert "principal（money）：借款本金" in shown.output
    assert json.loads(lawline("loan-complaint", "--json").output)["document"] == "loan-complaint"


def test_a_word_file_is_written_and_the_blanks_are_named(tmp_path: Path) -> None:
    file = tmp_path / "诉状.docx"
    shown = lawline("loan-complaint", "principal=50000", "lent_on=2023-05-01", "-o", str(file))
    assert shown.exit_code == 0, shown.output
    assert "还空着" in shown.output
    assert "借款本金" not in shown.output
    cells = [cell.text for row in docx.Document(io.BytesIO(file.read_bytes())).tables[0].rows for cell in row.cells]
    assert any("实际出借：50000元" in cell for cell in cells)


def test_a_pdf_is_written_with_the_working_of_a_sum(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    shown = lawline(
        "labour-arbitration", "--sum", "severance start=2021-03-01 end=2024-08-31 wage=8000", "-o", str(file), "--json"
    )
    assert "severance_claim" not in json.loads(shown.output)["blanks"]
    assert "32000元" in "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["poem"], "is no document"),
        (["will", "executor=王五"], "no file is named"),
        (["will", "-o", "will.txt"], ".docx or .pdf"),
        (["will", "-o", "will.docx", "executor"], "is no fact"),
        (["will", "-o", "will.docx", "executor=一", "executor=二"], "given twice"),
        (["will", "-o", "will.docx", "wage=1"], "没有这一项"),
        (["will", "-o", "will.docx", "born=昨天"], "年-月-日"),
        (["will", "-o", "will.docx", "--sum", "luck a=1"], "is no calculator"),
        (["will", "-o", "will.docx", "--sum", "severance wage=8000"], "还需要知道"),
    ],
)
def test_what_breaks_a_rule_ends_with_two_and_says_it(
    words: list[str], rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = lawline(*words)
    assert shown.exit_code == 2
    assert rule in shown.output
    assert list(tmp_path.iterdir()) == []
