"""Runs read back from files: measured, and compared."""

from pathlib import Path

from eval.comparison import Comparison, compare
from eval.confidence import read_confidence
from eval.errors import BadSet
from eval.judged import Judged
from eval.metrics import Run as Found
from eval.report import Report, report
from eval.run import Run
from eval.trec import read_run
from eval.views import Views


def score_run(file: Path, confidence: Path | None, judged: Judged, views: Views) -> tuple[Report, Run]:
    """Measure a run file. BadSet where it has none of the questions with gold."""
    sure = read_confidence(confidence, judged) if confidence else {}
    ran = Run(_read(file, judged), confidence=sure)
    return report(f"the run {file.name}", judged, ran, 0, views), ran


def compare_runs(before: Path, after: Path, judged: Judged, by: str) -> Comparison:
    """Compare two run files, each named by its file, by its folder too where both files have one name."""
    names = (before.stem, after.stem) if before.stem != after.stem else (str(before), str(after))
    runs = [_read(file, judged) for file in (before, after)]
    return compare(judged, (names[0], runs[0]), (names[1], runs[1]), by)


def _read(file: Path, judged: Judged) -> dict[str, list[str]]:
    found: Found = read_run(file)
    if not any(question in found for question in judged.gold):
        raise BadSet(f"{file}: has none of the {len(judged.gold)} questions with gold (rule: at least one)")
    return {question: list(ids) for question, ids in found.items()}
