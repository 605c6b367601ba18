"""What a report shows besides the measures: folds, seen and unseen gold, another run, confidence."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.comparison import ORDER
from eval.confidence import ANSWERED, Line
from eval.errors import BadSet
from eval.fold_file import Folds, read_folds
from eval.judged import Judged, read_grades
from eval.metrics import Run
from eval.seen import Gold, IsSeen, by_seen, seen_by_folds, seen_in
from eval.trec import read_run
from eval.view_files import ViewFiles


@dataclass(frozen=True, slots=True)
class Views:
    """Each view is left out unless it is asked for.

    `held_out` says that each question was answered by a model trained on the other folds. `trained` is gold that
    training saw. `against` is another run with its name; gains and losses are those of the measure `by`.
    """

    folds: Folds | None = None
    held_out: bool = False
    trained: tuple[Gold, ...] = ()
    against: tuple[str, Run] | None = None
    by: str = ORDER
    line: Line = ANSWERED

    def seen(self, gold: Gold) -> Mapping[str, list[str]]:
        """Questions by how much of their gold training saw; empty where nothing says what it saw."""
        rules: list[IsSeen] = [seen_in(self.trained)] if self.trained else []
        if self.held_out and self.folds:
            rules.append(seen_by_folds(gold, self.folds))
        return by_seen(gold, rules) if rules else {}


def read_views(files: ViewFiles, judged: Judged) -> Views:
    """Read all files, so that a broken one is refused before anything is searched."""
    folds = read_folds(files.folds) if files.folds else None
    against = (files.against.stem, read_run(files.against)) if files.against else None
    if folds:
        _demand_common(files.folds, folds.of, judged)
    if against:
        _demand_common(files.against, against[1], judged)
    return Views(
        folds=folds,
        held_out=files.held_out,
        trained=tuple(map(read_grades, files.seen)),
        against=against,
        by=files.by,
        line=Line(files.threshold, files.right_within),
    )


def _demand_common(file: Path | None, ids: Container[str], judged: Judged) -> None:
    if not any(question in ids for question in judged.gold):
        raise BadSet(f"{file}: has none of the {len(judged.gold)} questions with gold (rule: at least one)")
