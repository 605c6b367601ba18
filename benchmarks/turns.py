"""Many turns put to one serving process: does its memory grow, does it slow down?

    LAWLINE_DATA=… python -m benchmarks.turns [--count 20000] [--questions …/queries.tsv] [--json OUT.json]

Conversations of one to four turns over one connection. Growth is the slope of a straight line through the resident
memory after the first quarter, in which caches fill.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.figures import Figure, hand_in
from benchmarks.processes import resident
from benchmarks.questions import SEED, texts
from benchmarks.serving import Server, serving

EVERY = 100
"""Turns between two looks at the memory."""

GROWTH = 512.0
"""KiB that 1,000 turns may add for good: ten MiB over the whole soak."""


@dataclass(slots=True)
class Course:
    """What was seen on the way: statuses other than 200, milliseconds of each turn, MiB at each look."""

    failed: int = 0
    times: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """KiB that 1,000 turns add, after the first quarter."""
        settled = self.memory[len(self.memory) // 4 :]
        looks = np.arange(len(settled)) * EVERY / 1000
        return float(np.polyfit(looks, settled, 1)[0]) * 1024

    def figures(self) -> list[Figure]:
        """The course in figures."""
        tenth = max(len(self.times) // 10, 1)
        early, late = float(np.median(self.times[tenth : 2 * tenth])), float(np.median(self.times[-tenth:]))
        return [
            Figure("turns", len(self.times)),
            Figure("turns with another status than 200", self.failed, most=0),
            Figure("memory at the start", self.memory[0], "MiB"),
            Figure("memory after a quarter", self.memory[len(self.memory) // 4], "MiB"),
            Figure("memory at the end", self.memory[-1], "MiB", most=1.2 * 1024),
            Figure("growth in 1,000 turns after a quarter", self.growth, "KiB", most=GROWTH),
            Figure("latency p50 in the second tenth", early, "ms"),
            Figure("latency p50 in the last tenth", late, "ms"),
        ]


def follow(server: Server, questions: Sequence[str], count: int) -> Course:
    """Put so many turns, questions over and over, and look at the memory now and then."""
    course, dice, client = Course(), Random(SEED), server.client()
    conversation, left = None, 0
    for number, question in enumerate(islice(cycle(questions), count)):
        if number % EVERY == 0:
            course.memory.append(resident(server.pid))
        if not left:
            conversation, left = None, dice.randint(1, 4)
        answer = client.ask(question, conversation)
        course.failed += answer.status != 200
        course.times.append(answer.milliseconds)
        conversation, left = answer.reply.get("conversation"), left - 1
    course.memory.append(resident(server.pid))
    client.close()
    return course


def measure(questions: Sequence[str], count: int) -> list[Figure]:
    """Serve and follow."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with serving(folder / "store.sqlite3", folder / "server.log") as server:
            server.first_answer(questions[0])
            figures = follow(server, questions, count).figures()
        store = sum(file.stat().st_size for file in folder.glob("store.sqlite3*")) / 2**20
        return [*figures, Figure("store on disk", store, "MiB")]


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000, help="turns")
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    hand_in("many turns", measure(texts(asked.questions), asked.count), asked.json)


if __name__ == "__main__":
    main()
