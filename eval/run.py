"""Asking a search every question of a set, with the time that each took."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

Search = Callable[[str], list[str]]
"""A question's text -> ids of passages, best first, each once."""

Confidence = Callable[[str], float]
"""The question just searched -> how sure the search is that its first passages answer it; higher is surer."""

Progress = Callable[[int, int], None]
"""Told (done, total)."""

DEPTH = 100
"""Passages asked for each question: what the deepest measure, R@100, reads."""


@dataclass(frozen=True, slots=True)
class Run:
    """Ids by question, best first, and the milliseconds that each question took, in order; none for a run read back.

    `confidence` by question is empty where the search tells none.
    """

    found: Mapping[str, list[str]]
    milliseconds: tuple[float, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)

    def latency(self, percent: float) -> float:
        """Milliseconds within which that share (0 to 100) of the questions was answered; ValueError for no times."""
        if not self.milliseconds:
            raise ValueError("the run has no times (rule: it was asked here, not read from a file)")
        return float(np.percentile(self.milliseconds, percent))


def run(search: Search, questions: Mapping[str, str], progress: Progress, confidence: Confidence | None = None) -> Run:
    """Ask all questions, one after the other. The first is asked once before, for it pays for what loads lazily.

    `confidence` is asked after each search, outside its time.
    """
    for text in list(questions.values())[:1]:
        search(text)
    found, times, sure = {}, [], {}
    for number, (id_, text) in enumerate(questions.items(), 1):
        start = time.perf_counter()
        found[id_] = search(text)
        times.append((time.perf_counter() - start) * 1000)
        if confidence:
            sure[id_] = confidence(text)
        progress(number, len(questions))
    return Run(found, tuple(times), sure)
