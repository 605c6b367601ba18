"""BM25 by tantivy and by rank-bm25 in one run: quality, likeness, time and memory; then the dense index.

    python -m benchmarks.search_speed BENCH_FOLDER

Each engine is built and asked in a process of its own, so that memory is its own.
"""

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.stard import DAY, cutter, read_bench
from eval.metrics import overlap, recall, reciprocal_rank
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.faiss_shapes import FLAT, SQ8
from knowledge.adapters.rank_bm25_index import RankBm25Index
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.model import Query
from knowledge.search.ports import Index, Words

SLOW = 40
"""Questions that rank-bm25 is asked; the others get all."""

MAKERS: dict[str, Callable[[Path, Words], Index]] = {
    "tantivy": lambda folder, words: TantivyIndex.create(folder / "bm25", words),
    "rank-bm25": lambda _, words: RankBm25Index(words),
    "faiss Flat": lambda folder, _: FaissIndex.create(folder, StaticEncoder(DEFAULT_ENCODER), FLAT),
    "faiss SQ8": lambda folder, _: FaissIndex.create(folder, StaticEncoder(DEFAULT_ENCODER), SQ8),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Times in seconds and milliseconds, memory in MiB beyond what the questions and texts take."""

    name: str
    build: float
    p50: float
    p99: float
    memory: float
    run: dict[str, list[str]]


def measure(name: str, bench_folder: Path) -> Measured:
    bench = read_bench(bench_folder)
    with TemporaryDirectory() as folder:
        words = cutter(Path(folder))
        words.cut("法律")
        before, start = _resident(), time.perf_counter()
        index = MAKERS[name](Path(folder), words)
        index.update(bench.documents)
        index.search(Query(bench.questions[0].text, DAY), 10)
        build = time.perf_counter() - start
        run, times = {}, []
        for question in bench.questions[: SLOW if name == "rank-bm25" else None]:
            start = time.perf_counter()
            run[question.id] = [key for key, _ in index.search(Query(question.text, DAY), 100)]
            times.append((time.perf_counter() - start) * 1000)
        p50, p99 = np.percentile(times, [50, 99])
        return Measured(name, build, float(p50), float(p99), _resident() - before, run)


def _resident() -> float:
    """Resident memory in MiB: now where the system tells, else the peak."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(bench_folder: Path) -> None:
    gold = {question.id: question.gold for question in read_bench(bench_folder).questions}
    measured = {}
    for name in MAKERS:
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            one = measured[name] = alone.submit(measure, name, bench_folder).result()
        asked = {id_: gold[id_] for id_ in one.run}
        print(
            f"{name}: build {one.build:.1f} s, p50 {one.p50:.2f} ms, p99 {one.p99:.2f} ms, {one.memory:.0f} MiB; "
            f"{len(asked)} questions: R@10 {recall(one.run, asked, 10):.4f}, R@100 {recall(one.run, asked, 100):.4f}, "
            f"MRR@10 {reciprocal_rank(one.run, asked):.4f}"
        )
    reference, ours = measured["rank-bm25"], measured["tantivy"]
    print(f"overlap@10 of tantivy with rank-bm25: {overlap(reference.run, ours.run):.3f}")
    print(f"tantivy is {reference.p50 / ours.p50:.0f} times as fast at p50")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
