"""The legal user dictionary: words that a general Chinese dictionary cuts apart."""

from functools import cache
from importlib.resources import files


@cache
def legal_words() -> tuple[str, ...]:
    """Every word of `legal_words.txt`, in its order; comments and blank lines left out."""
    text = files(__name__).joinpath("legal_words.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
