"""The lessons of danger, anger and wrongdoing: well formed, and nowhere near the sets that will measure."""

from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "assistant" / "understanding" / "utterances.tsv"
SETS = [ROOT / "eval" / "sets" / name for name in ("escalate.tsv", "refusal.tsv")]
LABELS = {
    *("self_harm", "violence", "minor_danger", "captivity", "detained", "fraud_now", "fire_medical", "deadline_soon"),
    *("human", "anger", "group", "wrongdoing", "none"),
}


def rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def grams(text: str) -> set[str]:
    plain = "".join(filter(str.isalnum, text))
    return {plain[at : at + 4] for at in range(max(1, len(plain) - 3))}


def test_every_lesson_has_a_label_and_stands_once() -> None:
    lessons = rows(LESSONS)
    assert {label for label, _ in lessons} == LABELS
    assert min(Counter(label for label, _ in lessons).values()) >= 50
    assert len({text for _, text in lessons}) == len(lessons)


def test_no_lesson_is_nearly_an_utterance_that_measures() -> None:
    measured = [grams(row[2]) for file in SETS for row in rows(file)[1:]]
    lessons = [(text, grams(text)) for _, text in rows(LESSONS)]
    near = [text for text, own in lessons for other in measured if 2 * len(own & other) > len(own | other)]
    assert near == []
