"""Names of the national public lines, so that a number is never shown without saying who answers it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line."""

    number: str
    name: str


@cache
def _names() -> dict[str, str]:
    table = tomllib.loads(files("knowledge").joinpath("hotlines.toml").read_text("utf-8"))
    return {number: row["name"] for number, row in table.items()}


def line(number: str) -> Line:
    """The line with its name; a number that is not in hotlines.toml stands alone."""
    return Line(number, _names().get(number, ""))
