"""How well entities are read: precision, recall and F1 by kind, over utterances with the entities that they hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.understanding.entities import Entity, EntityKind
from eval.entity_values import Told, told
from eval.labelled import Labelled

Read = Callable[[str, date], Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Score:
    """Of `gold` entities `right` were found with the value and overlapping words, among `found` in all."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """right / found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """right / gold; 1 where there is none to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """2 · right / (found + gold): the harmonic mean of precision and recall; 1 where both are empty."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """An utterance in which something was missed, or found and not there."""

    id: str
    text: str
    missed: tuple[Told, ...]
    extra: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class EntityReport:
    """Scores by kind, and every utterance that was not read as labelled."""

    utterances: int
    kinds: Mapping[str, Score]
    misses: tuple[Miss, ...] = field(default=())

    @property
    def all(self) -> Score:
        """All kinds together (micro average)."""
        return sum(self.kinds.values(), Score())

    @property
    def macro(self) -> float:
        """The mean F1 of the kinds."""
        return sum(score.f1 for score in self.kinds.values()) / len(self.kinds)

    def json(self) -> dict[str, object]:
        """Everything, as values of JSON."""
        rows = {**self.kinds, "all": self.all}
        return {
            "utterances": self.utterances,
            "macro_f1": self.macro,
            "kinds": {
                name: {"precision": one.precision, "recall": one.recall, "f1": one.f1, "gold": one.gold}
                for name, one in rows.items()
            },
            "misses": [
                {"id": one.id, "text": one.text, "missed": _rows(one.missed), "extra": _rows(one.extra)}
                for one in self.misses
            ],
        }

    def text(self) -> str:
        """A table to read."""
        head = f"{'kind':10} {'precision':>9} {'recall':>9} {'F1':>9} {'gold':>6} {'found':>6}"
        rows = [
            f"{name:10} {one.precision:9.4f} {one.recall:9.4f} {one.f1:9.4f} {one.gold:6} {one.found:6}"
            for name, one in {**self.kinds, "all": self.all}.items()
        ]
        exact = self.utterances - len(self.misses)
        return "\n".join([head, *rows, f"macro F1 {self.macro:.4f}; {exact} of {self.utterances} utterances right"])


def score_entities(labelled: Sequence[Labelled], read: Read) -> EntityReport:
    """Read every utterance and compare: right is what has kind and value of a label, and words that overlap.

    What is found in the words of an optional label counts neither way.
    """
    scores = {kind.value: Score() for kind in EntityKind}
    misses = []
    for one in labelled:
        missed, extra, right = _compare(one, [told(entity) for entity in read(one.text, one.today)])
        for kind in scores:
            good = _of(right, kind)
            scores[kind] += Score(good, good + _of(extra, kind), good + _of(missed, kind))
        if missed or extra:
            misses.append(Miss(one.id, one.text, tuple(missed), tuple(extra)))
    return EntityReport(len(labelled), scores, tuple(misses))


def _compare(one: Labelled, found: Sequence[Told]) -> tuple[list[Told], list[Told], list[Told]]:
    """What was missed, what is too much, what is right."""
    missed, extra, right = list(one.entities), [], []
    for each in found:
        match = next((gold for gold in missed if _same(gold, each)), None)
        if match is not None:
            missed.remove(match)
            right.append(each)
        elif not any(gold.kind == each.kind and _overlap(gold.text, each.text) for gold in one.optional):
            extra.append(each)
    return missed, extra, right


def _same(gold: Told, found: Told) -> bool:
    return (gold.kind, gold.value) == (found.kind, found.value) and _overlap(gold.text, found.text)


def _overlap(one: str, other: str) -> bool:
    """Whether one holds the other: 我爸 and 爸."""
    return one in other or other in one


def _of(told: Iterable[Told], kind: str) -> int:
    return sum(one.kind == kind for one in told)


def _rows(told: Iterable[Told]) -> list[list[str]]:
    return [[one.kind, one.text, repr(one.value)] for one in told]
