"""Folds of a set, in a file: which question is held out with which others. Ids alone, no text."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.errors import BadSet
from eval.lines import lines_of

_KEYS = {"set", "seed", "drawn", "folds"}
_KINDS = {str: "a text", int: "a whole number", list: "a list of lists of ids"}
_WIDTH = 110  # characters of ids on a line


@dataclass(frozen=True, slots=True)
class Folds:
    """`of` maps a question's id to its fold, 0 and more. `drawn` says in words how `seed` led to them."""

    set: str
    seed: int
    drawn: str
    of: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many folds there are."""
        return max(self.of.values()) + 1

    def groups(self, questions: Iterable[str]) -> dict[str, list[str]]:
        """Fold ("0", "1" ...) -> its questions among these, in their order."""
        groups: dict[str, list[str]] = {str(fold): [] for fold in range(self.count)}
        for question in questions:
            if question in self.of:
                groups[str(self.of[question])].append(question)
        return groups


def draw_folds(name: str, questions: Iterable[str], count: int = 5, seed: int = 0) -> Folds:
    """Throw each question, in order, into one of `count` folds."""
    held = list(questions)
    drawn = np.random.default_rng(seed).integers(0, count, len(held))
    call = f"numpy.random.default_rng({seed}).integers(0, {count}, {len(held)})"
    said = f"{call}, one number a question, in the order of the file"
    return Folds(name, seed, said, {question: int(fold) for question, fold in zip(held, drawn, strict=True)})


def read_folds(file: Path) -> Folds:
    """Read what `write_folds` writes. BadSet names the file, the line where one is to blame, and the rule."""
    text = "\n".join(line for _, line in lines_of(file))
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSet(f"{file}: {error} (rule: TOML)") from error
    _demand(set(parsed) == _KEYS, f"{file}: keys {sorted(parsed)} (rule: {', '.join(sorted(_KEYS))})")
    for key, kind in (("set", str), ("seed", int), ("drawn", str), ("folds", list)):
        _demand(type(parsed[key]) is kind, f"{file}:{_line(text, key)}: {key} (rule: {_KINDS[kind]})")
    return Folds(parsed["set"], parsed["seed"], parsed["drawn"], _folds(parsed["folds"], text, file))


def write_folds(file: Path, folds: Folds) -> None:
    """Write folds as TOML."""
    head = [f"set = {_quote(folds.set)}", f"seed = {folds.seed}", f"drawn = {_quote(folds.drawn)}", "folds = ["]
    body = [line for group in folds.groups(folds.of).values() for line in ("  [", *_wrapped(group), "  ],")]
    file.write_text("\n".join([*head, *body, "]"]) + "\n", encoding="utf-8")


def _folds(groups: list[Any], text: str, file: Path) -> dict[str, int]:
    start = f"{file}:{_line(text, 'folds')}"
    _demand(all(isinstance(group, list) and group for group in groups), f"{start}: folds (rule: lists, none empty)")
    _demand(len(groups) > 1, f"{start}: {len(groups)} folds (rule: at least two)")
    of: dict[str, int] = {}
    for fold, group in enumerate(groups):
        for id_ in group:
            _demand(isinstance(id_, str) and bool(id_), f"{start}: {id_!r} (rule: ids are texts, none empty)")
            _demand(id_ not in of, f"{file}:{_line(text, str(id_), last=True)}: {id_!r} again (rule: each id once)")
            of[id_] = fold
    return of


def _demand(held: bool, message: str) -> None:
    if not held:
        raise BadSet(message)


def _line(text: str, word: str, last: bool = False) -> int:
    """Number of the first (or last) line that begins with a word, or holds it as an id; 1 where none does."""
    held = [at for at, line in enumerate(text.split("\n"), 1) if line.startswith(word) or f"{_quote(word)}" in line]
    return held[-1 if last else 0] if held else 1


def _wrapped(ids: Iterable[str]) -> list[str]:
    lines = [""]
    for id_ in ids:
        item = f"{_quote(id_)}, "
        if len(lines[-1]) + len(item) > _WIDTH:
            lines.append("")
        lines[-1] += item
    return [f"    {line.rstrip()}" for line in lines]


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in escaped) + '"'
