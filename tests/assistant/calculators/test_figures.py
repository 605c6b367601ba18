from decimal import Decimal
from pathlib import Path

import pytest

from assistant.calculators.figures import figure, read
from assistant.calculators.rulebook import FOLDER
from assistant.errors import BadRules

HEAD = "region,year,value,source\n"
BAD = [
    ("", "line 1: the columns are region,year,value,source"),
    ("region,value\n", "line 1: the columns are"),
    (HEAD + "000000,2024,1\n", "line 2: 4 columns are needed, not 3"),
    (HEAD + "nation,2024,1,s\n", "line 2: region is a six-digit"),
    (HEAD + "000000,24,1,s\n", "line 2: year has four digits"),
    (HEAD + "000000,2024,many,s\n", "line 2: value is a number"),
    (HEAD + "000000,2024,-1,s\n", "line 2: value is above 0"),
    (HEAD + "000000,2024,NaN,s\n", "line 2: value is"),
    (HEAD + "000000,2024,1,\n", "line 2: a figure needs its source"),
    (HEAD + "000000,2024,1,s\n000000,2024,2,s\n", "line 3: 000000 2024 stands there twice"),
]


@pytest.mark.parametrize(("year", "value"), [(2010, 19109), (2019, 42359), (2023, 51821), (2024, 54188)])
def test_urban_income_per_head_is_as_published(year: int, value: int) -> None:
    found = figure("urban_income", year)
    assert found is not None
    assert found.value == Decimal(value)
    assert "国家统计局" in found.source


@pytest.mark.parametrize(("year", "region"), [(2009, "000000"), (2090, "000000"), (2020, "310000")])
def test_a_figure_that_is_not_held_is_none(year: int, region: str) -> None:
    assert figure("urban_income", year, region) is None


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(BadRules, match=r"nothing\.csv: cannot be read"):
        figure("nothing", 2020)


@pytest.mark.parametrize(("text", "rule"), BAD)
def test_a_broken_table_names_itself_the_line_and_the_rule(tmp_path: Path, text: str, rule: str) -> None:
    file = tmp_path / "made_up.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(BadRules, match=rule) as caught:
        read(file)
    assert str(caught.value).startswith("made_up.csv: ")


@pytest.mark.parametrize("file", sorted((FOLDER / "figures").glob("*.csv")), ids=lambda file: file.stem)
def test_the_tables_of_the_house_keep_the_schema(file: Path) -> None:
    assert read(file)
