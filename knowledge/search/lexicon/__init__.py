"""The legal user dictionary: words that a general Chinese dictionary cuts apart."""

from functools import cache
from importlib.resources import files


@cache
def legal_words() -> tuple[str, ...]:
    """Every word of `legal_words.txt`, in its order; comments and blank lines left out."""
    text = files(__name__).joinpath("legal_words.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def function_words() -> frozenset[str]:
    """The words of `function_words.txt`: those that carry a question, not its subject."""
    text = files(__name__).joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
