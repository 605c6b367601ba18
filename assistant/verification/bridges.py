"""Bridges: what a language model may say without a source, because it says nothing about the law.

A bridge is made of nothing but the words of bridges.txt and punctuation: no number, no party, no duty, no yes or no. What
the person said may be repeated in quotation marks after 您说, word for word.
"""

import re
from functools import cache
from pathlib import Path

_PUNCTUATION = re.compile(r"[\s，。、：；！？（）《》—…·,.:;!?()-]+")
_REPEATED = re.compile(r"您(?:说|提到|问)(?:的是)?[，：]?[“「](?P<words>[^”」]+)[”」]")


@cache
def _bridge() -> re.Pattern[str]:
    lines = (Path(__file__).parent / "bridges.txt").read_text("utf-8").splitlines()
    words = sorted({line.strip() for line in lines if line.strip() and not line.startswith("#")}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, words)) + ")*")


def is_bridge(text: str, question: str) -> bool:
    """Whether the text says nothing that would need a source; `question` is what the person said."""
    rest = _REPEATED.sub(lambda match: "" if match["words"] in question else match[0], text)
    return all(_bridge().fullmatch(part) for part in _PUNCTUATION.split(rest))
