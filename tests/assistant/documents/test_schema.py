from pathlib import Path

import pytest

from assistant.documents.schema import read
from assistant.errors import BadRules

GOOD = """
- id: note
  name: 便条
  title: 便条
  about: 试一试。
  matters: [debt.loan]
  checked: 2026-11-24
  corpus: 2026-07-17
  parties: [{id: writer, role: 写的人, kind: brief}]
  fields:
    内容:
      - {id: owed, label: 金额, kind: money}
      - {id: told, label: 经过, rows: 2}
  layout:
    - {party: writer}
    - {text: '欠{owed}。'}
    - {text: '{told}'}
    - {sign: 写的人}
"""

BROKEN = [
    ("kind: brief", "kind: crowd", "'crowd' is no kind of party"),
    ("{party: writer}", "{party: reader}", "there is no party 'reader'"),
    ("'欠{owed}。'", "'欠{sum}。'", "'sum' is no fact of the document"),
    ("    - {text: '{told}'}\n", "", "field told: the layout has no place for it"),
    ("'欠{owed}。'", "'欠{owed:boxes}。'", "boxes stand for kinds choice and flag"),
    ("'欠{owed}。'", "'欠{owed。'", "a bracket stands alone"),
    ("id: told", "id: owed", "field owed: the id is used twice"),
    ("debt.loan", "debt.lone", "no matter of matters.toml"),
    ("rows: 2", "kind: money, rows: 2", "rows stand with kind text"),
    ("kind: money", "kind: choice", "choices stand with kind choice"),
    ("{sign: 写的人}", "{sign: 写的人, text: 二}", "a block is exactly one of"),
    ("{sign: 写的人}", "{grid: told, columns: [一, 二], widths: [1]}", "as many widths as columns"),
    ("{sign: 写的人}", "{form: [{band: 一, label: 二}]}", "a band, a party or a label"),
    ("title: 便条", "title: 便条\n  colour: red", "Extra inputs"),
    ("title: 便条", "title: 便条\n  where: [{text: 法院, law: [民法典]}]", "names no article"),
    ("title: 便条", "title: 便条\n  filled: [{calculator: luck, result: a, fact: owed}]", "no calculator 'luck'"),
    ("title: 便条", "title: 便条\n  filled: [{calculator: severance, result: a, fact: b}]", "'b' is no fact"),
]


def _written(folder: Path, text: str) -> Path:
    path = folder / "note.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_that_keeps_the_schema_is_read(tmp_path: Path) -> None:
    (document,) = read(_written(tmp_path, GOOD))
    assert [field.fact.id for field in document.fields][-2:] == ["owed", "told"]
    assert document.by_id["writer_name"].fact.label == "写的人姓名"


@pytest.mark.parametrize(("good", "bad", "rule"), BROKEN, ids=[rule for _, _, rule in BROKEN])
def test_a_file_that_breaks_it_is_named_with_entry_and_rule(tmp_path: Path, good: str, bad: str, rule: str) -> None:
    assert good in GOOD
    with pytest.raises(BadRules, match=r"note\.yaml") as error:
        read(_written(tmp_path, GOOD.replace(good, bad, 1)))
    assert rule in str(error.value)
