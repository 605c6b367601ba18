"""Names of the national public lines, so that a number is never shown without saying who answers it."""

from dataclasses import dataclass

from knowledge import hotlines


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line."""

    number: str
    name: str


def line(number: str) -> Line:
    """The line with its name; a number that is not in hotlines.toml stands alone."""
    return Line(number, hotlines().get(number, ""))
