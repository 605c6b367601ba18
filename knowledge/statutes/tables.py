"""The dated tables beside this file: what the texts themselves do not say about when law held.

`repeals.toml` ends laws, `renamings.toml` joins titles, `amendments.toml` dates single amendments,
`commencements.toml` texts that are silent about their start and laws that are not held, `decisions.toml` decisions
that amended many laws at once. Every row names its source.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.checked_toml import read_rows, strict_row
from knowledge.statutes.model import Rank

FOLDER = Path(__file__).parent


@strict_row
@dataclass(frozen=True, slots=True)
class Repeal:
    """A law's end: `until` is the first day on which it no longer holds, `by` the instrument that ends it."""

    law: str
    until: date
    by: str
    source: str
    successor: str = ""
    note: str = ""


@strict_row
@dataclass(frozen=True, slots=True)
class Renaming:
    """A law that went on under another title from a day."""

    old: str
    new: str
    on: date
    source: str
    note: str = ""


@strict_row
@dataclass(frozen=True, slots=True)
class Amendment:
    """The day on which the wording that was passed (or amended) on `passed` came into force."""

    law: str
    passed: date
    effective: date
    source: str
    note: str = ""


@strict_row
@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that amended many instruments of a rank, all in force from the same day.

    `passed` is the day that the instruments' histories give for it; `mention` is text that a history line must have
    (empty: any), so that another decision of the same day is not taken for it.
    """

    title: str
    rank: Rank
    passed: date
    effective: date
    source: str
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """All dated tables, rows in the order of the files."""

    repeals: tuple[Repeal, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    decisions: tuple[Decision, ...] = ()


def load_tables(folder: Path = FOLDER) -> Tables:
    """Read and check the tables; DataError names the file, the line, the column and the rule."""
    return Tables(
        repeals=read_rows(folder / "repeals.toml", "repeal", Repeal),
        renamings=read_rows(folder / "renamings.toml", "renaming", Renaming, rename={"from": "old", "to": "new"}),
        amendments=(
            *read_rows(folder / "amendments.toml", "amendment", Amendment),
            *read_rows(folder / "commencements.toml", "commencement", Amendment),
        ),
        decisions=read_rows(folder / "decisions.toml", "decision", Decision),
    )
