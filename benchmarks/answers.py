"""The whole answer over HTTP: cold start, latency, memory; one worker, the composer by quotation.

    LAWLINE_DATA=… python -m benchmarks.answers [--questions …/stard-train/queries.tsv] [--json OUT.json]

Latency is measured at the client, over one connection kept alive, on questions that were not asked before. The
processor time of the server beside it does not depend on what else the machine does.
"""

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import peak, processor_seconds, resident
from benchmarks.questions import texts
from benchmarks.serving import Answered, Server, distinct, serving

FIRST = "公司拖欠三个月工资，我该怎么办？"
WARM_UP = 50
CLIENTS = 4


def measure(questions: Sequence[str], starts: int, data: Path | None) -> list[Figure]:
    """Start so many times for the cold start, then ask every question of the last server."""
    warm, asked = questions[:WARM_UP], questions[WARM_UP:]
    with TemporaryDirectory() as name:
        folder = Path(name)
        cold = [cold_start(folder, data) for _ in range(starts)]
        with serving(folder / "store.sqlite3", folder / "server.log", data) as server:
            server.first_answer(FIRST)
            one_after_the_other(server, warm)
            return [
                Figure("cold start, process to first answer, best", min(took for took, _ in cold), "s", most=3.0),
                Figure("cold start, median", float(np.median([took for took, _ in cold])), "s"),
                Figure("cold start, processor time, best", min(spent for _, spent in cold), "s"),
                *alone_figures(server, asked),
                *parallel_figures(server, asked),
                Figure("resident memory after all", resident(server.pid) / 1024, "GiB", most=1.2),
            ]


def cold_start(folder: Path, data: Path | None) -> tuple[float, float]:
    """Seconds from the start of the process to its first answer, and those of processor time.

    Files may be in the system's cache.
    """
    begun = time.perf_counter()
    with serving(folder / "cold.sqlite3", folder / "server.log", data) as server:
        answer = server.first_answer(FIRST)
        took, spent = time.perf_counter() - begun, processor_seconds(server.pid)
    if answer.status != 200:
        raise ValueError(f"{FIRST!r} was answered with status {answer.status} (rule: 200)")
    return took, spent


def one_after_the_other(server: Server, questions: Sequence[str]) -> list[Answered]:
    """Answers to the questions over one connection."""
    client = server.client()
    try:
        return [client.ask(question) for question in questions]
    finally:
        client.close()


def alone_figures(server: Server, questions: Sequence[str]) -> list[Figure]:
    """One client at a time."""
    before = processor_seconds(server.pid)
    answers = one_after_the_other(server, questions)
    spent = processor_seconds(server.pid) - before
    degraded = [answer.reply["degraded"] for answer in answers if answer.reply]
    p50, p95, p99 = _percentiles(answers)
    return [
        Figure("answers", len(answers)),
        Figure("answers with another status than 200", sum(answer.status != 200 for answer in answers), most=0),
        Figure("share degraded", sum(degraded) / max(len(degraded), 1)),
        Figure("latency p50", p50, "ms", most=30),
        Figure("latency p95", p95, "ms", most=80),
        Figure("latency p99", p99, "ms"),
        Figure("processor time of the server an answer", spent / len(answers) * 1000, "ms"),
        Figure("resident memory (VmRSS)", resident(server.pid) / 1024, "GiB", most=1.2),
        Figure("most resident memory (VmHWM)", peak(server.pid) / 1024, "GiB", most=1.2),
    ]


def parallel_figures(server: Server, questions: Sequence[str]) -> list[Figure]:
    """Several clients at once, each with a share of the questions."""
    shares = [questions[start::CLIENTS] for start in range(CLIENTS)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = [
            answer for told in pool.map(lambda share: one_after_the_other(server, share), shares) for answer in told
        ]
    took = time.perf_counter() - begun
    p50, p95, p99 = _percentiles(answers)
    return [
        Figure(f"{CLIENTS} clients: answers a second", len(answers) / took, "1/s"),
        Figure(f"{CLIENTS} clients: other status than 200", sum(answer.status != 200 for answer in answers), most=0),
        Figure(f"{CLIENTS} clients: latency p50", p50, "ms"),
        Figure(f"{CLIENTS} clients: latency p95", p95, "ms"),
        Figure(f"{CLIENTS} clients: latency p99", p99, "ms"),
    ]


def _percentiles(answers: Sequence[Answered]) -> tuple[float, float, float]:
    p50, p95, p99 = np.percentile([answer.milliseconds for answer in answers], [50, 95, 99])
    return float(p50), float(p95), float(p99)


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--count", type=int, default=600, help="questions that are measured")
    parser.add_argument("--starts", type=int, default=3, help="cold starts")
    parser.add_argument("--data", type=Path, help="data folder, else LAWLINE_DATA")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    questions = distinct(texts(asked.questions), asked.count + WARM_UP)
    hand_in("whole answer over HTTP", measure(questions, asked.starts, asked.data), asked.json)


if __name__ == "__main__":
    main()
