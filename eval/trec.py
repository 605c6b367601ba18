"""Files as TREC tools read them. Runs: question, Q0, passage, rank, score, name. Qrels: question, 0, passage, grade."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from eval.errors import BadSet
from eval.lines import columns_of

NAME = "lawline"


def write_run(file: Path, found: Mapping[str, Sequence[str]]) -> int:
    """Write a run; returns how many ids hold a space.

    Columns stand between tabs, so that such ids come back byte for byte; tools that split at spaces cannot read them.
    Scores only order: they fall by one a rank. BadSet for an id that holds a tab or a line break.
    """
    return _write(
        file,
        (
            (question, "Q0", passage, str(rank), str(len(passages) + 1 - rank), NAME)
            for question, passages in found.items()
            for rank, passage in enumerate(passages, 1)
        ),
    )


def write_qrels(file: Path, grades: Mapping[str, Mapping[str, int]]) -> int:
    """Write gold; returns how many ids hold a space, of which `write_run` says what to know."""
    rows = ((question, id_, grade) for question, of_one in grades.items() for id_, grade in of_one.items())
    return _write(file, ((question, "0", passage, str(grade)) for question, passage, grade in rows))


def read_run(file: Path) -> dict[str, list[str]]:
    """Question id -> passage ids, best first: by falling score as TREC tools rank them, where equal by rank.

    BadSet for a line that is none of a run's, a passage that a question has twice, and a file without any line.
    """
    scored: dict[str, dict[str, tuple[float, int]]] = {}
    for number, columns in columns_of(file, 6, spaced=True):
        question, _, passage, rank, score, _ = columns
        place = f"{file}:{number}"
        if passage in scored.setdefault(question, {}):
            raise BadSet(f"{place}: question {question!r} has {passage!r} again (rule: each passage once)")
        scored[question][passage] = (-_number(score, place), _rank(rank, place))
    if not scored:
        raise BadSet(f"{file}: no lines (rule: at least one)")
    return {question: sorted(of_one, key=lambda id_: of_one[id_]) for question, of_one in scored.items()}


def _write(file: Path, rows: Iterable[tuple[str, ...]]) -> int:
    spaced = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            spaced += " " in row[2]
            out.write("\t".join(_plain(row)) + "\n")
    return spaced


def _plain(row: tuple[str, ...]) -> Iterator[str]:
    for id_ in row:
        if any(sign in id_ for sign in "\t\r\n"):
            raise BadSet(f"id {id_!r} cannot stand in a run file (rule: no tab or line break)")
        yield id_


def _number(text: str, place: str) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise BadSet(f"{place}: score {text!r} (rule: a number)") from error
    if not math.isfinite(value):
        raise BadSet(f"{place}: score {text!r} (rule: a finite number)")
    return value


def _rank(text: str, place: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadSet(f"{place}: rank {text!r} (rule: a whole number)") from error
