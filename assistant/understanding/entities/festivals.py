"""Feasts as days of a year: 国庆, 中秋, 大年三十, 清明."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assistant.errors import BadRules
from assistant.understanding.entities.lunar import clear_and_bright, eve, lunar_day

_FILE = Path(__file__).parent / "festivals.toml"


@dataclass(frozen=True, slots=True)
class Festival:
    """A feast: `said` as a regular expression; one of `solar`, `lunar` (month, day), the Eve, or a solar term."""

    id: str
    said: re.Pattern[str]
    solar: tuple[int, int] | None = None
    lunar: tuple[int, int] | None = None
    eve: bool = False

    def day(self, year: int) -> date | None:
        """Its day; for feasts of the moon that of the lunar year which begins in `year`."""
        if self.solar:
            return date(year, *self.solar)
        if self.lunar:
            return lunar_day(year, *self.lunar)
        return eve(year) if self.eve else clear_and_bright(year)


@cache
def festivals() -> tuple[Festival, ...]:
    """Every feast of festivals.toml. BadRules where an entry does not say its day in one way."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(_festival(key, row) for key, row in table.items())


def festival_of(said: str) -> Festival | None:
    """The feast that goes by these words."""
    return next((one for one in festivals() if one.said.fullmatch(said)), None)


def words() -> str:
    """What feasts are called, as one regular expression."""
    return "|".join(one.said.pattern for one in festivals())


def _festival(key: str, row: dict[str, object]) -> Festival:
    days = [name for name in ("solar", "lunar", "eve", "term") if name in row]
    if len(days) != 1 or row.get("term", "清明") != "清明" or "said" not in row:
        raise BadRules(
            f"{_FILE.name}: {key}: says its day by {days} (rule: `said`, and one of solar, lunar, eve, term)"
        )
    return Festival(
        key, re.compile(str(row["said"])), _month_day(row.get("solar")), _month_day(row.get("lunar")), "eve" in row
    )


def _month_day(said: object) -> tuple[int, int] | None:
    if said is None:
        return None
    month, day = str(said).split("-")
    return int(month), int(day)
