"""The bank of lay questions: how people really ask, tied to the article that answers.

Files are `questions/*.yaml` (schema in `docs/questions.md`); `questions/ties.tsv` holds for every article named the
first day of the wording that the questions were written from, and a sketch of its text, so that in another corpus the
questions follow the text and never the bare number. `lawline-train ties` writes it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.checked_yaml import checked_rows
from knowledge.errors import DataError
from knowledge.statutes.likeness import Sketch, print_sketch, read_sketch
from knowledge.statutes.reference import ArticleRef

QUESTIONS = Path(__file__).parent / "questions"
TIES = "ties.tsv"

_PLACE = re.compile(r"(?:(?P<law>[^:]+):)?(?P<article>\d+)(?:-(?P<insert>\d+))?")  # 1079 · 133-1 · 民事诉讼法:122


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question and the articles that answer it, the first before its companions; ids of laws as the library's."""

    text: str
    refs: tuple[ArticleRef, ...]
    checked: date
    corpus: date


@dataclass(frozen=True, slots=True)
class Tie:
    """The wording of an article that questions were written from: its first day, and what its text was like."""

    ref: ArticleRef
    since: date
    sketch: Sketch

    @property
    def law(self) -> str:
        """The law of the article."""
        return self.ref.law


class _Law(BaseModel):
    """Questions on one law: article, or articles joined by +, to questions."""

    model_config = ConfigDict(extra="forbid")
    law: str
    checked: date
    corpus: date
    articles: dict[str, list[str]]


def read_bank(folder: Path = QUESTIONS) -> Iterator[BankQuestion]:
    """Every question of the folder, in order. DataError names the file, the line and the rule that is broken."""
    for file in sorted(folder.glob("*.yaml")):
        for row in checked_rows(file, _Law):
            for places, texts in row.articles.items():
                refs = tuple(_ref(place, row.law, file) for place in places.split("+"))
                for text in texts:
                    yield BankQuestion(text, refs, row.checked, row.corpus)


@cache
def load_bank() -> tuple[BankQuestion, ...]:
    """The bank that Lawline carries."""
    return tuple(read_bank())


def read_ties(file: Path = QUESTIONS / TIES) -> Iterator[Tie]:
    """The ties, from lines law, article, first day, sketch between tabs."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            law, place, day, marks = line.split("\t")
            yield Tie(_ref(place, law, file), date.fromisoformat(day), read_sketch(marks))
        except ValueError as error:
            raise DataError(
                f"{file.name}:{number}: law, article, first day and sketch are expected: {error}"
            ) from error


def write_ties(ties: Iterable[Tie], file: Path = QUESTIONS / TIES) -> None:
    """What `read_ties` reads, sorted."""
    rows = sorted((tie.ref.law, tie.ref.article, tie.ref.insert, tie) for tie in ties)
    lines = (f"{law}\t{_place(tie.ref)}\t{tie.since}\t{print_sketch(tie.sketch)}\n" for law, _, _, tie in rows)
    file.write_text("".join(lines), "utf-8")


def _ref(place: str, law: str, file: Path) -> ArticleRef:
    found = _PLACE.fullmatch(place.strip())
    if found is None:
        raise DataError(f"{file.name}: {law}: {place!r} is no article (rule: 1079, 133-1, or 民事诉讼法:122)")
    return ArticleRef(found["law"] or law, int(found["article"]), int(found["insert"] or 0))


def _place(ref: ArticleRef) -> str:
    return f"{ref.article}-{ref.insert}" if ref.insert else str(ref.article)
