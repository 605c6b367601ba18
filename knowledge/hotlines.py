"""National public lines: number -> what it is for (hotlines.toml)."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def hotlines() -> dict[str, str]:
    """Every line that an answer may name, by number."""
    table = tomllib.loads((Path(__file__).parent / "hotlines.toml").read_text("utf-8"))
    return {number: row["name"] for number, row in table.items()}
