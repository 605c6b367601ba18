"""Bridges: what a language model may say without a source, because it says nothing about the law.

Every clause must match a pattern of bridges.toml from end to end; there is no other way for free words into an answer.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PUNCTUATION = re.compile(r"[ \u3000，。、：；！？…—,.:;!?~～]+")
# 1. · 2、 · （一） · 三、
_NUMBERED = re.compile(r"\s*(?:[1-9][.、．)）]|[（(][1-9一二三四五六七八九十][)）]|[一二三四五六七八九十]、)\s*")
LONGEST = 60
"""Characters of one clause; no pattern matches longer ones, so they are not tried."""


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    """One pattern for all clauses of a kind: a table of bridges.toml."""
    table = tomllib.loads((Path(__file__).parent / "bridges.toml").read_text("utf-8"))
    slots = table["slots"]
    rows = [_filled(row, slots) for rows in table[kind].values() for row in rows]
    return re.compile("|".join(f"(?:{row})" for row in rows))


def _filled(row: str, slots: dict[str, str]) -> str:
    for name, words in slots.items():
        row = row.replace(f"{{{name}}}", f"(?:{words})")
    return row


def clauses_of(text: str) -> list[str]:
    """The words between punctuation marks, empty ones left out."""
    return [clause for clause in _PUNCTUATION.split(text) if clause]


def is_bridge(text: str) -> bool:
    """Whether the text says nothing that would need a source. True for a text without words.

    A number may stand before a heading alone (一、相关规定): "三、" or "3. 您好" might be the answer to 几年.
    """
    clauses = clauses_of(text)
    heading = clauses_of(unnumbered(text))
    if len(clauses) == 2 and len(heading) == 1 and _all(heading, "headings"):
        return True
    announces = text.endswith("：") and _all(clauses[-1:], "announcements")
    return _all(clauses[:-1] if announces else clauses, "clauses")


def unnumbered(text: str) -> str:
    """The text without the number of a list in front: 1. · （一） · 三、"""
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text


def leads(text: str) -> bool:
    """Whether the text may begin a sentence, before its first citation; it may bear the number of a list."""
    clauses = clauses_of(unnumbered(text))
    return _all(clauses[:-1], "clauses") and (_all(clauses[-1:], "clauses") or _all(clauses[-1:], "leads"))


def joins(text: str) -> bool:
    """Whether the text may stand between a quotation and the next citation."""
    return _PUNCTUATION.match(text) is not None and _all(clauses_of(text), "joints")


def says(text: str) -> bool:
    """Whether the text may stand between a citation and the law's words."""
    return len(clauses_of(text)) <= 1 and _all(clauses_of(text), "says")


def trails(text: str) -> bool:
    """Whether the text may stand between the law's words and the citation that follows them."""
    return len(clauses_of(text.strip("（("))) <= 1 and _all(clauses_of(text.strip("（(")), "trails")


def closes(text: str) -> bool:
    """Whether the text may end a sentence that has said where its words come from."""
    clauses = clauses_of(text.lstrip("）)"))
    return not clauses or (
        _all(clauses[1:], "clauses") and (_all(clauses[:1], "closes") or _all(clauses[:1], "clauses"))
    )


def _all(clauses: Iterable[str], kind: str) -> bool:
    return all(len(clause) <= LONGEST and _patterns(kind).fullmatch(clause) for clause in clauses)
