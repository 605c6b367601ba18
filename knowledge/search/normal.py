"""The normal form in which search compares texts, and character bigrams of it."""

import re
import unicodedata
from itertools import pairwise

_RUN = re.compile(r"[\u3400-\u9fff]+")  # Han characters without a break: 劳动合同
_REPEATED = re.compile(r"(.)\1{3,}", re.DOTALL)  # 啊啊啊啊啊
_TOKEN = re.compile(r"[\u3400-\u9fffa-z0-9]")  # a token must hold one: drops ，。 emoji and control characters


def normal_form(text: str) -> str:
    """The text in NFKC and lower case, so that full-width ＡＢＣ１２３ and abc123 are the same."""
    return unicodedata.normalize("NFKC", text).lower()


def is_searchable(token: str) -> bool:
    """Whether a token holds a Han character, a Latin letter or a digit."""
    return _TOKEN.search(token) is not None


def squeeze(text: str) -> str:
    """The text with each character at most three times in a row: 救命啊啊啊啊啊啊 says no more than 救命啊啊啊."""
    return _REPEATED.sub(r"\1\1\1", text)


def bigrams(text: str) -> list[str]:
    """Neighbouring pairs of Han characters, in order; they find what the words' cutter cuts differently.

    A Han character that stands alone between other signs counts as itself.
    """
    pairs: list[str] = []
    for run in _RUN.findall(normal_form(text)):
        pairs.extend(a + b for a, b in pairwise(run)) if len(run) > 1 else pairs.append(run)
    return pairs
