from datetime import date
from pathlib import Path

import pytest

from knowledge.checked_toml import read_rows
from knowledge.errors import DataError
from knowledge.statutes.tables import Repeal, load_tables

GOOD = '# dated\n\n[[repeal]]\nlaw = "旧法"\nuntil = "2021-01-01"\nby = "新法"\nsource = "新法第九条"\n'

# what is wrong: (text, words of the message)
BROKEN = {
    "no day": (GOOD.replace("2021-01-01", "soon"), ["repeals.toml:3", "until"]),
    "a column too many": (GOOD + 'unitl = "2021"\n', ["repeals.toml:3", "unitl"]),
    "a column too few": (GOOD.replace('by = "新法"\n', ""), ["repeals.toml:3", "by"]),
    "another table": (GOOD + '[[repael]]\nlaw = "甲"\n', ["repeals.toml", "repael"]),
    "no TOML": (GOOD + "law =\n", ["repeals.toml", "line 8"]),
    "not written as rows": ('repeal = [{ law = "旧法" }]\n', ["repeals.toml", "[[repeal]]"]),
}


def write(folder: Path, text: str) -> Path:
    path = folder / "repeals.toml"
    path.write_text(text, "utf-8")
    return path


def test_rows_become_values(tmp_path: Path) -> None:
    rows = read_rows(write(tmp_path, GOOD), "repeal", Repeal)
    assert rows == (Repeal("旧法", date(2021, 1, 1), "新法", "新法第九条"),)


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_table_names_file_line_and_rule(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        read_rows(write(tmp_path, text), "repeal", Repeal)
    assert all(word in str(caught.value) for word in words), caught.value


def test_the_tables_beside_the_code_are_sound() -> None:
    tables = load_tables()
    assert len(tables.repeals) > 500
    assert len(tables.amendments) > 900
    assert all(row.source for row in tables.repeals)
    assert all(row.source and row.effective >= row.passed for row in tables.amendments)
    assert all(row.source and row.effective >= row.passed for row in tables.decisions)
