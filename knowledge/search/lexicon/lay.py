"""From lay words to the law's: what a question says, and the words under which statutes speak of it.

`lay_words.tsv` holds phrase, legal terms (the best first) and field. Phrases include dialect, words of Taiwan and Hong
Kong, slips of speech recognition and common misspellings, all in simplified characters (`search/script.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.errors import DataError

FIELDS = frozenset(
    """
    general labour family inheritance property contract lending tenancy tort traffic consumer criminal police
    procedure enforcement land housing company tax insurance medical education minors elders military immigration
    internet notary
    """.split()  # noqa: SIM905  # one word after the other is easier to read and to extend
)
_TERMS = 2  # of a phrase; further ones widened questions without finding more


@dataclass(frozen=True, slots=True)
class LayWord:
    """A phrase as people say it, and the law's terms for it."""

    phrase: str
    terms: tuple[str, ...]
    field: str


class Lexicon:
    """Finds lay phrases in a text, the longest first, none inside another."""

    def __init__(self, words: Iterable[LayWord]) -> None:
        self._words = {word.phrase: word for word in words}
        self._longest = max(map(len, self._words), default=0)

    def find(self, text: str) -> Iterator[LayWord]:
        """The phrases of the text, from left to right."""
        at = 0
        while at < len(text):
            word = self._at(text, at)
            if word:
                yield word
            at += len(word.phrase) if word else 1

    def legal_terms(self, text: str) -> tuple[str, ...]:
        """Terms of law that the text means and does not say, each once."""
        terms = (term for word in self.find(text) for term in word.terms[:_TERMS])
        return tuple(dict.fromkeys(term for term in terms if term not in text))

    def _at(self, text: str, at: int) -> LayWord | None:
        lengths = range(min(self._longest, len(text) - at), 1, -1)
        return next((word for size in lengths if (word := self._words.get(text[at : at + size]))), None)


@cache
def lay_words() -> tuple[LayWord, ...]:
    """The lexicon that Lawline carries, in its order. DataError names the line and the rule that is broken."""
    lines = files(__package__).joinpath("lay_words.tsv").read_text("utf-8").splitlines()
    return tuple(_read(line, f"lay_words.tsv:{number}") for number, line in enumerate(lines, 1))


@cache
def carried_lexicon() -> Lexicon:
    """The same, as a Lexicon."""
    return Lexicon(lay_words())


def _read(line: str, place: str) -> LayWord:
    match line.split("\t"):
        case [phrase, terms, field] if len(phrase) > 1 and all(terms.split("；")) and field in FIELDS:
            return LayWord(phrase, tuple(terms.split("；")), field)
    raise DataError(
        f"{place}: {line!r} (rule: phrase, terms between ；, field, between tabs; field one of {sorted(FIELDS)})"
    )
