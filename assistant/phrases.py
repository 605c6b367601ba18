"""The phrase book: fixed sentences by id, filled with values. What it may be filled with, verification knows."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from assistant.model import Origin, Role, Sentence
from knowledge import ArticleRef


@cache
def _book() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))


def phrase(key: str, **values: str) -> str:
    """The phrase with its values filled in. KeyError for an unknown phrase or value."""
    return _book()[key].format(**values)


def day_words(day: date) -> str:
    """A day as people write it: 2021年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def say(key: str, role: Role, cites: tuple[ArticleRef, ...] = (), **values: str) -> Sentence:
    """The phrase as a sentence of a draft. KeyError for an unknown phrase or value."""
    return Sentence(phrase(key, **values), role, Origin.PHRASE, cites, source=key)


def phrase_ids() -> frozenset[str]:
    """Every id of the book."""
    return frozenset(_book())
