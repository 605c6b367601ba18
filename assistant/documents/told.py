"""Told texts as a paper can hold them."""

import re

from assistant.errors import BadFact
from assistant.facts.model import Facts, Value

# what XML cannot hold: control characters but tab and line feed, halves of surrogates, two that are no characters
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST = 20_000
"""Characters of one told text."""


def cleaned(facts: Facts) -> Facts:
    """The facts without texts that tell nothing, line ends as \\n. BadFact where a text cannot be printed."""
    texts = {fact: _text(fact, value) for fact, value in facts.items()}
    return {fact: value for fact, value in texts.items() if value != ""}


def _text(fact: str, value: Value) -> Value:
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if found := _UNPRINTABLE.search(text):
        raise BadFact(fact, found[0], "有不能打印的字符，请删掉再试")
    if len(text) > LONGEST:
        raise BadFact(fact, text[:20], f"一项最多写 {LONGEST} 个字")
    return text
