"""How well personal data is found: recall and precision by kind, each span right in kind, beginning and end."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from eval.personal_set import Filled
from knowledge.privacy import PersonalKind, PersonalSpan

Find = Callable[[str], tuple[PersonalSpan, ...]]


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence in which something stayed visible, or was taken for what it is not."""

    text: str
    missed: tuple[tuple[str, str], ...]
    extra: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class PrivacyReport:
    """Counts by kind: `gold` spans, those `right` and those `hidden` (no sign of them visible), `found` in all."""

    carriers: int = 0
    negatives: int = 0
    signs: int = 0
    seconds: float = 0.0
    touched: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def add(self, one: Filled, found: tuple[PersonalSpan, ...]) -> None:
        """Count a sentence."""
        gold, got = {_key(span) for span in one.spans}, {_key(span) for span in found}
        seen = {place for span in found for place in range(span.start, span.end)}
        for span in one.spans:
            self.gold[span.kind] += 1
            self.right[span.kind] += _key(span) in got
            self.hidden[span.kind] += seen.issuperset(range(span.start, span.end))
        for span in found:
            self.found[span.kind] += 1
        self.carriers += bool(one.spans)
        self.negatives += not one.spans
        self.touched += bool(found) and not one.spans
        if gold != got:
            self.misses.append(Miss(one.text, _words(one, gold - got), _words(one, got - gold)))

    def rows(self) -> dict[str, dict[str, float]]:
        """Measures by kind, and of all: recall, hidden (share of spans wholly hidden), precision, gold, found."""
        return {
            **{kind.value: self._row((kind,)) for kind in PersonalKind if self.gold[kind] or self.found[kind]},
            "all": self._row(PersonalKind),
        }

    def _row(self, kinds: Iterable[str]) -> dict[str, float]:
        gold, right, hidden, found = (
            sum(counted[kind] for kind in kinds) for counted in (self.gold, self.right, self.hidden, self.found)
        )
        return {
            "recall": right / gold if gold else 1.0,
            "hidden": hidden / gold if gold else 1.0,
            "precision": right / found if found else 1.0,
            "gold": gold,
            "found": found,
        }

    @property
    def milliseconds(self) -> float:
        """Mean time for 100 characters."""
        return self.seconds * 1e5 / self.signs if self.signs else 0.0

    def json(self) -> dict[str, object]:
        """Everything, as values of JSON."""
        return {
            "carriers": self.carriers,
            "negatives": self.negatives,
            "negatives_touched": self.touched,
            "ms_per_100_characters": self.milliseconds,
            "kinds": self.rows(),
            "misses": [{"text": one.text, "missed": one.missed, "extra": one.extra} for one in self.misses],
        }

    def text(self) -> str:
        """A table to read."""
        head = f"{'kind':12} {'recall':>8} {'hidden':>8} {'precision':>9} {'gold':>6} {'found':>6}"
        rows = [
            f"{name:12} {row['recall']:8.4f} {row['hidden']:8.4f} {row['precision']:9.4f} "
            f"{row['gold']:6.0f} {row['found']:6.0f}"
            for name, row in self.rows().items()
        ]
        tail = (
            f"{self.carriers} sentences with personal data, {self.negatives} without ({self.touched} of them touched); "
            f"{self.milliseconds:.3f} ms for 100 characters"
        )
        return "\n".join([head, *rows, tail])


def score_privacy(sentences: Iterable[Filled], find: Find) -> PrivacyReport:
    """Look for personal data in every sentence and compare."""
    report = PrivacyReport()
    for one in sentences:
        began = time.perf_counter()
        found = find(one.text)
        report.seconds += time.perf_counter() - began
        report.signs += len(one.text)
        report.add(one, found)
    return report


def _key(span: PersonalSpan) -> tuple[int, int, PersonalKind]:
    return span.start, span.end, span.kind


def _words(one: Filled, spans: Iterable[tuple[int, int, PersonalKind]]) -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, one.text[start:end]) for start, end, kind in sorted(spans))
