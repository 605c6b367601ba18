"""Run files as TREC tools read them: question, Q0, passage, rank, score, name of the run."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.errors import BadSet

NAME = "lawline"


def write_run(file: Path, found: Mapping[str, Sequence[str]]) -> int:
    """Write a run; returns how many ids hold a space.

    Columns stand between tabs, so that such ids come back byte for byte; tools that split at spaces cannot read them.
    Scores only order: they fall by one a rank. BadSet for an id that holds a tab or a line break.
    """
    spaced = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for question, passages in found.items():
            for rank, passage in enumerate(passages, 1):
                spaced += " " in passage
                score = len(passages) + 1 - rank
                out.write("\t".join((_plain(question), "Q0", _plain(passage), str(rank), str(score), NAME)) + "\n")
    return spaced


def _plain(id_: str) -> str:
    if any(sign in id_ for sign in "\t\r\n"):
        raise BadSet(f"id {id_!r} cannot stand in a run file (rule: no tab or line break)")
    return id_
