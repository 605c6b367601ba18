"""What has a name: the people of relations.toml, the papers of documents.toml, and fixed.toml's words that are none."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.errors import BadRules
from assistant.understanding.entities.found import Found, nothing
from assistant.understanding.entities.model import EntityKind
from assistant.understanding.entities.numerals import HAN

_BLOT = "□"
_HERE = Path(__file__).parent
_FILES = {EntityKind.RELATION: "relations.toml", EntityKind.DOCUMENT: "documents.toml"}


def read_named(text: str) -> Iterator[Found]:
    """Every person and paper that the text names, and what only looks like one."""
    for kind in _FILES:
        for id_, pattern in named(kind).items():
            for match in pattern.finditer(text):
                yield Found(match.start(), match.end(), kind, id_)
    for match in _fixed()["names"].finditer(text):
        yield nothing(match)


def without_fixed(text: str) -> str:
    """The text with words that are no numbers blotted out, as long as before: 三千五五险一金 is 三千五□□□□."""
    for name in ("free", "apart"):
        text = _fixed()[name].sub(lambda match: _BLOT * len(match[0]), text)
    return text


@cache
def named(kind: EntityKind) -> dict[str, re.Pattern[str]]:
    """The patterns by id. BadRules where an entry has no words."""
    table = tomllib.loads((_HERE / _FILES[kind]).read_text("utf-8"))
    if bare := [key for key, row in table.items() if not row.get("said")]:
        raise BadRules(f"{_FILES[kind]}: {bare[0]}: says nothing (rule: `said`, a regular expression)")
    return {key: re.compile(row["said"]) for key, row in table.items()}


@cache
def _fixed() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads((_HERE / "fixed.toml").read_text("utf-8"))
    if set(table) != {"free", "apart", "names"}:
        raise BadRules(f"fixed.toml: holds {sorted(table)} (rule: free, apart and names)")
    before = {"free": "", "apart": rf"(?<![0-9{HAN}])", "names": ""}
    return {name: re.compile(f"{before[name]}(?:{'|'.join(patterns)})") for name, patterns in table.items()}
