"""What the classifier sees of a text: its character sequences, one to four long."""

import re

from knowledge.search.script import simplified

LONGEST = 4
START, END = "^", "$"

_MARKS = re.compile(r"[\s，。？！、,.?!；;：:“”\"'「」《》()（）…]+")
_DIGITS = re.compile(r"\d+")
_LONG_TEXT = 400
"""Characters that are looked at; a story says what it is about before them or not at all."""


def grams(text: str) -> frozenset[str]:
    """Each sequence of one to four characters in the text, its ends marked, none across a mark of punctuation."""
    plain = _DIGITS.sub("0", _MARKS.sub(" ", simplified(text[:_LONG_TEXT]).lower()).strip())
    marked = f"{START}{plain}{END}"
    found = (
        marked[start : start + length] for length in range(1, LONGEST + 1) for start in range(len(marked) - length + 1)
    )
    return frozenset(gram for gram in found if " " not in gram)
