"""Several measurements in a row, each in a process of its own, and a summary with goals met and missed.

`LAWLINE_BENCH` names the folder with `stard-train` and `statutes-2023`. What needs it, or statutes that are not
installed, is skipped by name. Figures go to benchmarks/results/<date>-<name>.json.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, read_figures, table
from benchmarks.serving import HOUSE
from knowledge.bootstrap import current_edition

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Measurement:
    """A module of benchmarks and its arguments; `{bench}` stands for the folder of LAWLINE_BENCH.

    Where that is not named, `without_bench` are the arguments; None means that it cannot be measured then.
    """

    name: str
    arguments: tuple[str, ...] = ("--questions", "{bench}/stard-train/queries.tsv")
    without_bench: tuple[str, ...] | None = ()
    statutes: bool = True

    def command(self, bench: Path | None) -> list[str] | None:
        """The command line, without --json."""
        chosen = self.arguments if bench else self.without_bench
        if chosen is None:
            return None
        return [sys.executable, "-m", f"benchmarks.{self.name}", *(part.format(bench=bench) for part in chosen)]


def run_all(measurements: Iterable[Measurement]) -> bool:
    """Run them, print the summary; whether all ran and met their goals."""
    bench = bench_folder()
    figures: list[Figure] = []
    lines: list[str] = []
    for one in measurements:
        command = one.command(bench)
        if command is None:
            lines.append(f"{one.name}: skipped, LAWLINE_BENCH names no folder (stard-train, statutes-2023)")
        elif one.statutes and current_edition() is None:
            lines.append(f"{one.name}: skipped, no statutes are built (lawline corpus install, lawline index build)")
        elif failed := _run(one.name, command, figures):
            lines.append(failed)
    print("\nsummary", table([figure for figure in figures if figure.goal]), *lines, sep="\n")
    return not any(figure.met is False for figure in figures) and not any("failed" in line for line in lines)


def bench_folder() -> Path | None:
    """The folder of LAWLINE_BENCH. NotADirectoryError where it names something else."""
    named = os.environ.get("LAWLINE_BENCH")
    if not named:
        return None
    folder = Path(named).resolve()
    if not folder.is_dir():
        raise NotADirectoryError(f"LAWLINE_BENCH={named} (rule: a folder with stard-train and statutes-2023)")
    return folder


def _run(name: str, command: list[str], figures: list[Figure]) -> str:
    """Run one and add its figures under its name; what failed, in a line."""
    print(f"\n{name}", flush=True)
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{date.today().isoformat()}-{name}.json"
    file.unlink(missing_ok=True)
    code = subprocess.run([*command, "--json", str(file)], cwd=HOUSE, check=False).returncode
    if file.exists():
        figures += [
            Figure(f"{name}: {one.name}", one.value, one.unit, one.most, one.least) for one in read_figures(file)
        ]
    return f"{name}: failed with exit code {code}" if code else ""
