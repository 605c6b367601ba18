"""Law that is known to exist and is missing from the sources (gaps.toml), and which questions it touches."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from knowledge.checked_toml import read_rows, strict_row
from knowledge.errors import DataError
from knowledge.matters import matter_ids
from knowledge.statutes.model import NATION

_FILE = Path(__file__).parent / "gaps.toml"
_KINDS = ("interpretation", "regulation", "rule", "local", "range")


@strict_row
@dataclass(frozen=True, slots=True)
class Gap:
    """A missing instrument, or a missing range of them.

    `effective` is the first day on which it matters (column `effective`, or `from` of a range), None: always;
    `until` the last one (column `to`), None: still. `matters` are ids of matters.toml, `words` narrow them (a question
    is touched if it has one), `laws` are titles that it changes; `note` tells a citizen in one Chinese sentence what
    is missing. `region` is where it matters.
    """

    title: str
    kind: str
    note: str
    source: str
    matters: tuple[str, ...]
    words: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    passed: date | None = None
    effective: date | None = None
    until: date | None = None
    region: str = NATION

    def touches(self, matters: Set[str], text: str, day: date, region: str) -> bool:
        """Whether an answer to this question on one of these matters, for that day and region, must mention it.

        A range is too wide to be said in every answer; the notice says how far the corpora reach.
        """
        if self.kind == "range" or not self.holds(day) or not _within(region, self.region):
            return False
        if self.matters and matters.isdisjoint(self.matters):
            return False
        return any(word in text for word in self.words) if self.words else bool(self.matters)

    def holds(self, day: date) -> bool:
        """Whether the day lies in the time that is missing."""
        return not ((self.effective and day < self.effective) or (self.until and day > self.until))


def _within(region: str, area: str) -> bool:
    """Whether a GB/T 2260 code lies in the area of another: 310115 in 310100, 310000 and 000000."""
    return area == NATION or region.startswith(area.rstrip("0").ljust(2, "0"))


def read_gaps(path: Path) -> tuple[Gap, ...]:
    """The gaps of a file, checked; DataError names the file, the line, the column and the rule."""
    gaps = read_rows(path, "gap", Gap, rename={"from": "effective", "to": "until"})
    for gap in gaps:
        if gap.kind not in _KINDS:
            raise DataError(f"{path.name}: {gap.title}: kind {gap.kind!r} (rule: one of {', '.join(_KINDS)})")
        if unknown := sorted(set(gap.matters) - matter_ids()):
            raise DataError(f"{path.name}: {gap.title}: matter {unknown[0]!r} (rule: an id of matters.toml)")
    return gaps


@cache
def load_gaps() -> tuple[Gap, ...]:
    """The gaps that Lawline knows of."""
    return read_gaps(_FILE)


def gaps_touching(matters: Iterable[str], text: str, day: date, region: str) -> tuple[Gap, ...]:
    """Gaps that an answer must mention: by matter ids and the question's words, that day and region; in file order."""
    asked = frozenset(matters)
    return tuple(gap for gap in load_gaps() if gap.touches(asked, text, day, region))
