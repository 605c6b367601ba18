"""The phrase book: fixed sentences by id, filled with values, and recognised again by verification."""

import re
import string
import tomllib
from functools import cache
from pathlib import Path

from assistant.model import Origin, Role, Sentence
from knowledge import ArticleRef


@cache
def _book() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = [re.escape(text) + (".*" if field is not None else "") for text, field, *_ in string.Formatter().parse(phrase)]
    return re.compile("".join(parts), re.DOTALL)


def say(phrase: str, role: Role, cites: tuple[ArticleRef, ...] = (), **values: str) -> Sentence:
    """The sentence of the phrase book with its values filled in. KeyError for an unknown phrase or value."""
    return Sentence(_book()[phrase].format(**values), role, Origin.PHRASE, cites, source=phrase)


def is_phrase(sentence: Sentence) -> bool:
    """Whether the sentence is the phrase that it says it is."""
    phrase = _book().get(sentence.source)
    return phrase is not None and _pattern(phrase).fullmatch(sentence.text) is not None
