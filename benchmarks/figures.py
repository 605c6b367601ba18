"""Measured figures with their goals: as a table to read, and as JSON to keep."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its unit. The goal, where there is one, is `most` (not above) or `least` (not below)."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.most is None and self.least is None:
            return None
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def goal(self) -> str:
        """The goal in signs: ≤ 30."""
        if self.most is not None:
            return f"≤ {self.most:g}"
        return f"≥ {self.least:g}" if self.least is not None else ""


def table(figures: Iterable[Figure]) -> str:
    """One line a figure: name, value, unit, goal, met or missed."""
    words = {True: "met", False: "MISSED", None: ""}
    return "\n".join(
        f"{one.name:52} {_plain(one.value):>10} {one.unit:6} {one.goal:>9} {words[one.met]}".rstrip() for one in figures
    )


def _plain(value: float) -> str:
    """Whole numbers whole, others with about four digits, none with an exponent."""
    return f"{value:,.0f}" if value == round(value) or abs(value) >= 1000 else f"{value:.4g}"


def hand_in(title: str, figures: Sequence[Figure], file: Path | None) -> None:
    """Print the table, with the machine's load beside it, and write the JSON where a file is given."""
    load = os.getloadavg()
    print(f"{title} ({os.cpu_count()} cores, load {load[0]:.1f} in the last minute)")
    print(table(figures))
    if file:
        body = {
            "title": title,
            "at": datetime.now().astimezone().isoformat(timespec="seconds"),
            "machine": {"cores": os.cpu_count(), "processor": platform.machine(), "load": [round(x, 2) for x in load]},
            "figures": [asdict(one) | {"met": one.met} for one in figures],
        }
        file.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def read_figures(file: Path) -> list[Figure]:
    """The figures of a file that `hand_in` wrote."""
    rows = json.loads(file.read_text("utf-8"))["figures"]
    return [Figure(**{name: value for name, value in row.items() if name != "met"}) for row in rows]
