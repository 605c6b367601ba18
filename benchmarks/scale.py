"""Search over many passages, made of the installed law with noise: build, memory, disk, latency, and recall.

    LAWLINE_DATA=… python -m benchmarks.scale [--sizes 1000000 …] [--engines tantivy SQ8 …] [--json OUT.json]

Every index is the product's own, built in one process and asked in another, by one thread each, with lay questions of
the bank on a day, so that the filters of force and region hold. Recall is that of the first ten and hundred against the
exact cosines, once with the filters of every question and once for local law in Shanghai alone (narrow).
"""

import argparse
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import alone
from benchmarks.scaled import Built, Served, Times, ask_dense, ask_words, build_dense, build_words, exact, write_rows
from knowledge.adapters.faiss_shapes import FLAT, SQ8, Shape, lists_pq, lists_sq8, shape_for
from knowledge.bootstrap import open_editions
from knowledge.errors import IndexMissing

SIZES = (100_000, 1_000_000, 5_000_000)
TANTIVY = "tantivy"

Measured = dict[tuple[int, str], tuple[Built, Served]]
"""By size and engine."""


def shapes(size: int) -> dict[str, Shape]:
    """Every FAISS type, at its size."""
    return {"Flat": FLAT, "SQ8": SQ8, "IVF-SQ8": lists_sq8(size), "IVF-PQ": lists_pq(size)}


def measure(library: Path, size: int, engine: str, on: date, work: Path) -> tuple[Built, Served]:
    """One engine at one size."""
    with TemporaryDirectory(dir=work) as folder:
        path = Path(folder) / "index"
        if engine == TANTIVY:
            built = alone(build_words, library, size, path)
            return built, alone(ask_words, path, on)
        shape = shapes(size)[engine]
        built = alone(build_dense, library, size, shape, path, work / "rows.npy")
        return built, alone(ask_dense, path, work / "rows.npy", on, exact_file(work, size))


def exact_file(work: Path, size: int) -> Path:
    """Where the exact answers for a size are kept."""
    return work / f"exact-{size}.npz"


HEAD = (
    *("passages", "index", "build s", "build cpu s", "build peak MiB", "disk MiB", "resident MiB"),
    *("p50 ms", "p99 ms", "cpu p50 ms", "cpu p99 ms", "R@10", "R@100", "narrow R@10", "narrow cpu p50 ms"),
)


def rows(measured: Measured) -> str:
    """The table in Markdown; the type that `shape_for` chooses is in bold."""
    return "\n".join(
        [_row(HEAD), _row(["---"] * len(HEAD)), *(_row(_cells(*key, *pair)) for key, pair in measured.items())]
    )


def _cells(size: int, engine: str, built: Built, served: Served) -> list[str]:
    name = f"**{engine}**" if shapes(size).get(engine) == shape_for(size) else engine
    usual, recalls = served.usual, (served.recall10, served.recall100, served.narrow10)
    return [
        *(f"{size:,}", name, *_whole(built.seconds, built.processor, built.peak, built.disk, served.resident)),
        *(f"{value:.2f}" for value in (usual.p50, usual.p99, usual.processor_p50, usual.processor_p99)),
        *("" if value < 0 else f"{value:.3f}" for value in recalls),
        f"{served.narrow.processor_p50:.2f}",
    ]


def _whole(*values: float) -> list[str]:
    return [f"{value:,.0f}" for value in values]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def figures(size: int, engine: str, built: Built, served: Served) -> list[Figure]:
    """The same as figures."""
    found = [
        Figure("build", built.seconds, "s"),
        Figure("build, processor time", built.processor, "s"),
        Figure("most memory while built", built.peak, "MiB"),
        Figure("size on disk", built.disk, "MiB"),
        Figure("resident memory that serving adds", served.resident, "MiB"),
        Figure("most memory that opening adds", served.opening, "MiB"),
        *_times("", served.usual),
        *_times("narrow ", served.narrow),
    ]
    if engine != TANTIVY:
        found += [
            Figure("R@10 against exact", served.recall10),
            Figure("R@100 against exact", served.recall100),
            Figure("narrow R@10 against exact", served.narrow10),
        ]
    return [Figure(f"{size:,} {engine}: {one.name}", one.value, one.unit) for one in found]


def _times(name: str, times: Times) -> list[Figure]:
    return [
        Figure(f"{name}p50", times.p50, "ms"),
        Figure(f"{name}p99", times.p99, "ms"),
        Figure(f"{name}p50, processor time", times.processor_p50, "ms"),
        Figure(f"{name}p99, processor time", times.processor_p99, "ms"),
    ]


def run(sizes: list[int], engines: list[str], on: date, work: Path) -> Measured:
    """All engines at all sizes. IndexMissing where no statutes are built."""
    edition = open_editions().current()
    if edition is None:
        raise IndexMissing("no library is built: run `lawline index build` first")
    library = edition / "library.sqlite"
    measured: Measured = {}
    if engines != [TANTIVY] and not (work / "rows.npy").exists():
        alone(write_rows, library, work / "rows.npy")
    for size in sizes:
        if engines != [TANTIVY]:
            alone(exact, library, size, work / "rows.npy", on, exact_file(work, size))
        for engine in engines:
            measured[size, engine] = measure(library, size, engine, on, work)
            print(rows({(size, engine): measured[size, engine]}).splitlines()[-1], file=sys.stderr, flush=True)
    return measured


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [TANTIVY, *shapes(1)]
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="passages")
    parser.add_argument("--engines", nargs="+", choices=names, default=names)
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="day whose law is asked for")
    parser.add_argument("--work", type=Path, help="folder for what is built on the way; else a temporary one")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"  # for the processes that build and ask
    with TemporaryDirectory() as folder:
        measured = run(asked.sizes, asked.engines, asked.on, asked.work or Path(folder))
    found = [figure for key, pair in measured.items() for figure in figures(*key, *pair)]
    hand_in("search over many passages", found, asked.json)
    print(rows(measured))


if __name__ == "__main__":
    main()
