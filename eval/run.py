"""Asking a search every question of a set, with the time that each took."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

Search = Callable[[str], list[str]]
"""A question's text -> ids of passages, best first, each once."""

Progress = Callable[[int, int], None]
"""Told (done, total)."""

DEPTH = 100
"""Passages asked for each question: what the deepest measure, R@100, reads."""


@dataclass(frozen=True, slots=True)
class Run:
    """Ids by question, best first, and the milliseconds that each question took, in order."""

    found: Mapping[str, list[str]]
    milliseconds: tuple[float, ...]

    def latency(self, percent: float) -> float:
        """Milliseconds within which that share (0 to 100) of the questions was answered."""
        return float(np.percentile(self.milliseconds, percent))


def run(search: Search, questions: Mapping[str, str], progress: Progress) -> Run:
    """Ask all questions, one after the other. The first is asked once before, for it pays for what loads lazily."""
    for text in list(questions.values())[:1]:
        search(text)
    found, times = {}, []
    for number, (id_, text) in enumerate(questions.items(), 1):
        start = time.perf_counter()
        found[id_] = search(text)
        times.append((time.perf_counter() - start) * 1000)
        progress(number, len(questions))
    return Run(found, tuple(times))
