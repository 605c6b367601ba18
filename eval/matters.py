"""How well services and matters are told: accuracy and macro-F1 over labelled utterances."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.errors import BadSet
from eval.lines import lines_of

NONE = ""
"""The matter of an utterance of which none was told."""

Tell = Callable[[str], tuple[str, str]]
"""The service and matter of a text."""

_COLUMNS = ["id", "service", "matter", "text"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text with the service that is asked for and the matter it is about."""

    id: str
    service: str
    matter: str
    text: str


@dataclass(frozen=True, slots=True)
class Miss:
    """An utterance told otherwise than labelled."""

    utterance: Utterance
    service: str
    matter: str


@dataclass(frozen=True, slots=True)
class Level:
    """Accuracy, and the mean F1 of the labels that the set has, of one level: service, field or matter."""

    accuracy: float
    macro_f1: float
    f1: Mapping[str, float]

    def json(self) -> dict[str, object]:
        """Everything, as values of JSON."""
        return {"accuracy": self.accuracy, "macro_f1": self.macro_f1, "f1": dict(self.f1)}


@dataclass(frozen=True, slots=True)
class MatterReport:
    """The levels, the share of utterances with service and matter right, and those told otherwise."""

    utterances: int
    levels: Mapping[str, Level]
    untold: int
    misses: tuple[Miss, ...] = field(default=())

    def json(self) -> dict[str, object]:
        """Everything, as values of JSON."""
        misses = [
            {
                "id": miss.utterance.id,
                "text": miss.utterance.text,
                "gold": [miss.utterance.service, miss.utterance.matter],
                "told": [miss.service, miss.matter],
            }
            for miss in self.misses
        ]
        levels = {name: level.json() for name, level in self.levels.items()}
        return {"utterances": self.utterances, "untold": self.untold, "levels": levels, "misses": misses}

    def text(self) -> str:
        """A table to read."""
        rows = [
            f"{name:8} {level.accuracy:9.4f} {level.macro_f1:9.4f} {len(level.f1):7}"
            for name, level in self.levels.items()
        ]
        both = self.utterances - len(self.misses)
        end = f"service and matter right: {both} of {self.utterances}; no matter told: {self.untold}"
        return "\n".join([f"{'level':8} {'accuracy':>9} {'macro F1':>9} {'labels':>7}", *rows, end])


def read_utterances(file: Path) -> tuple[Utterance, ...]:
    """The set: a line with id, service, matter, text, then one utterance a line. BadSet names file, line and rule."""
    rows = [(place, line.split("\t")) for place, line in lines_of(file) if line and not line.startswith("#")]
    if not rows or rows[0][1] != _COLUMNS:
        raise BadSet(f"{file}: the first line is no heading (rule: {', '.join(_COLUMNS)} between tabs)")
    for place, columns in rows:
        if len(columns) != len(_COLUMNS):
            raise BadSet(f"{file}:{place}: {len(columns)} columns (rule: {', '.join(_COLUMNS)} between tabs)")
    return tuple(Utterance(*columns) for _, columns in rows[1:])


def score_matters(utterances: Sequence[Utterance], tell: Tell) -> MatterReport:
    """Tell each utterance's service and matter, and compare; a field is a matter's first part."""
    told = [tell(one.text) for one in utterances]
    levels = {
        "service": score_level([one.service for one in utterances], [service for service, _ in told]),
        "field": score_level([_field(one.matter) for one in utterances], [_field(matter) for _, matter in told]),
        "matter": score_level([one.matter for one in utterances], [matter for _, matter in told]),
    }
    misses = tuple(
        Miss(one, *said) for one, said in zip(utterances, told, strict=True) if said != (one.service, one.matter)
    )
    return MatterReport(len(utterances), levels, sum(matter == NONE for _, matter in told), misses)


def score_level(gold: Sequence[str], told: Sequence[str]) -> Level:
    """Accuracy, and F1 = 2 · right / (told + gold) of each label of the set; their plain mean is the macro-F1."""
    right = Counter(one for one, other in zip(gold, told, strict=True) if one == other)
    of_gold, of_told = Counter(gold), Counter(told)
    f1 = {label: 2 * right[label] / (of_gold[label] + of_told[label]) for label in sorted(of_gold)}
    return Level(right.total() / len(gold), sum(f1.values()) / len(f1), f1)


def _field(matter: str) -> str:
    return matter.partition(".")[0]
