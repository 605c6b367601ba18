"""Guide cards: what people ask 12348, answered in plain words, with the article behind every legal statement.

The schema is described in `docs/guides.md`. A card that breaks it raises DataError with the file, line and rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from knowledge.checked_yaml import checked_rows
from knowledge.errors import DataError
from knowledge.matters import matter_ids
from knowledge.statutes.model import NATION
from knowledge.statutes.reference import ArticleRef, parse

GUIDES = Path(__file__).parent / "guides"

Desk = Literal["lawyer", "legal_aid", "mediation", "notary", "appraisal", "none"]
ServiceId = Literal[
    "lawyer",
    "notary",
    "legal_aid",
    "appraisal",
    "mediation",
    "bar_exam",
    "publicity",
    "disclosure",
    "licensing",
    "consultation",
    "credit",
    "complaints",
    "case_library",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """One curated sentence and the articles it rests on; none where it states no law."""

    text: str
    law: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """One card. Statements marked for review are already left out; `reviews` counts them.

    A card with `needs` is about a special case: it answers only a question that has one of these words.
    It was checked against the law in force on `checked`, as the corpora of the day `corpus` hold it.
    """

    id: str
    title: str
    service: str
    matter: str
    ask: tuple[str, ...]
    answer: tuple[Statement, ...]
    steps: tuple[Statement, ...]
    evidence: tuple[str, ...]
    deadlines: tuple[Statement, ...]
    decides: tuple[str, ...]
    offices: tuple[str, ...]
    hotlines: tuple[str, ...]
    desk: str
    region: str
    checked: date
    corpus: date
    reviews: int = 0
    needs: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the card, in reading order."""
        return self.answer + self.steps + self.deadlines

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """Every article the card rests on, in order of first use."""
        return tuple(dict.fromkeys(ref for statement in self.statements for ref in statement.law))


def load_guides(folder: Path = GUIDES) -> tuple[Guide, ...]:
    """Every card of every file in the folder, in file order. DataError where a card breaks the schema."""
    guides = tuple(guide for path in sorted(folder.glob("*.yaml")) for guide in _read(path))
    seen: dict[str, str] = {}
    for guide in guides:
        if guide.id in seen:
            raise DataError(f"guide id {guide.id!r} is used twice (rule: ids are unique)")
        seen[guide.id] = guide.title
    return guides


_ref = cache(parse)
"""Cards name the same articles again and again."""

Plain = Annotated[str, Field(min_length=1, max_length=400)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _name_articles(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if _ref(value).article == 0:
            raise ValueError(f"{value!r} names no article (rule: cite an article)")
    return values


ArticleNames = Annotated[tuple[str, ...], AfterValidator(_name_articles)]
"""What a curated statement cites: references that name an article each."""


class _StatementRow(_Row):
    text: Plain
    law: ArticleNames = ()
    review: str = ""


class _CardRow(_Row):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Plain
    service: ServiceId
    matter: str
    ask: Annotated[tuple[Plain, ...], Field(min_length=6)]
    answer: Annotated[tuple[_StatementRow, ...], Field(min_length=1, max_length=6)]
    steps: Annotated[tuple[_StatementRow, ...], Field(min_length=1, max_length=8)]
    evidence: tuple[Plain, ...] = ()
    deadlines: tuple[_StatementRow, ...] = ()
    decides: tuple[Plain, ...] = ()
    offices: tuple[Plain, ...] = ()
    hotlines: tuple[Annotated[str, Field(pattern=r"^\d{3,8}$")], ...] = ()
    desk: Desk
    region: Annotated[str, Field(pattern=r"^\d{6}$")] = NATION
    checked: date
    corpus: date
    needs: tuple[Plain, ...] = ()

    @field_validator("matter")
    @classmethod
    def _matter_exists(cls, value: str) -> str:
        if value not in matter_ids():
            raise ValueError(f"{value!r} is no matter of matters.toml")
        return value

    @field_validator("ask")
    @classmethod
    def _asks_differ(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(values)) < len(values):
            raise ValueError("a way of asking stands twice")
        return values


def _read(path: Path) -> Iterator[Guide]:
    for row in checked_rows(path, _CardRow):
        reviews = sum(bool(statement.review) for statement in (*row.answer, *row.steps, *row.deadlines))
        yield Guide(
            **row.model_dump(exclude={"answer", "steps", "deadlines"}),
            answer=_statements(row.answer),
            steps=_statements(row.steps),
            deadlines=_statements(row.deadlines),
            reviews=reviews,
        )


def _statements(rows: tuple[_StatementRow, ...]) -> tuple[Statement, ...]:
    return tuple(Statement(row.text, tuple(_ref(ref) for ref in row.law)) for row in rows if not row.review)
