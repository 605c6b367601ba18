"""Figures that statistics offices and governments publish each year: only those held in `rules/figures/*.csv`.

A table has the columns region,year,value,source: a GB/T 2260 code, the year that the figure is of, yuan, who published
it. A figure that no table holds is None; the calculator then asks the person for it.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from assistant.calculators.rulebook import FOLDER
from assistant.errors import BadRules

NATION = "000000"
_COLUMNS = ["region", "year", "value", "source"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure in yuan, with where it holds, the year that it is of, and who published it."""

    value: Decimal
    region: str
    year: int
    source: str


def figure(table: str, year: int, region: str = NATION) -> Figure | None:
    """The figure of exactly this region and year, or None. BadRules where there is no such table, or it is broken."""
    return _table(FOLDER / "figures" / f"{table}.csv").get((region, year))


@cache
def _table(file: Path) -> Mapping[tuple[str, int], Figure]:
    return read(file)


def read(file: Path) -> Mapping[tuple[str, int], Figure]:
    """The figures of a file by (region, year). BadRules, which names file, line and rule, where it breaks them."""
    try:
        rows = list(csv.reader(file.read_text("utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRules(f"{file.name}: cannot be read: {error}") from error
    if not rows or rows[0] != _COLUMNS:
        raise BadRules(f"{file.name}: line 1: the columns are {','.join(_COLUMNS)}")
    found: dict[tuple[str, int], Figure] = {}
    for line, row in enumerate(rows[1:], 2):
        one = _figure(f"{file.name}: line {line}", row)
        if (one.region, one.year) in found:
            raise BadRules(f"{file.name}: line {line}: {one.region} {one.year} stands there twice")
        found[one.region, one.year] = one
    return found


def _figure(place: str, row: list[str]) -> Figure:
    if len(row) != len(_COLUMNS):
        raise BadRules(f"{place}: {len(_COLUMNS)} columns are needed, not {len(row)}")
    region, year, value, source = row
    if not (len(region) == 6 and region.isdigit()):
        raise BadRules(f"{place}: region is a six-digit GB/T 2260 code, not {region!r}")
    if not (len(year) == 4 and year.isdigit()):
        raise BadRules(f"{place}: year has four digits, not {year!r}")
    if not source:
        raise BadRules(f"{place}: a figure needs its source")
    try:
        amount = Decimal(value)
    except InvalidOperation as error:
        raise BadRules(f"{place}: value is a number, not {value!r}") from error
    if not amount.is_finite() or amount <= 0:
        raise BadRules(f"{place}: value is above 0, not {value!r}")
    return Figure(amount, region, int(year), source)
