"""The provinces that the page offers as regions."""

import csv
from functools import cache
from importlib.resources import files


@cache
def provinces() -> tuple[tuple[str, str], ...]:
    """(GB/T 2260 code, name) of every province, in the order of the code."""
    with files("knowledge").joinpath("regions.csv").open(encoding="utf-8") as rows:
        return tuple((row["code"], row["name"]) for row in csv.DictReader(rows) if row["code"].endswith("0000"))
