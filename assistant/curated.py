"""What the files of curated rules share: interviews and documents are lists of entries, each with facts and statements.

A file that breaks its schema raises BadRules, which names the file, the entry and the rule, and the line where a single
entry is at fault.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Protocol, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from assistant.errors import BadRules
from assistant.facts.model import Choice, Fact, Kind
from knowledge import ArticleNames, DataError, Statement, matter_ids, parse_ref
from knowledge.checked_yaml import checked_rows


def _is_matter(value: str) -> str:
    if value not in matter_ids():
        raise ValueError(f"{value!r} is no matter of matters.toml")
    return value


Plain = Annotated[str, Field(min_length=1, max_length=600)]
FactId = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z0-9]+)*$")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MatterId = Annotated[str, AfterValidator(_is_matter)]
Number = Annotated[Decimal, BeforeValidator(lambda value: str(value) if isinstance(value, float) else value)]


class Row(BaseModel):
    """A mapping of the file: keys that nobody knows are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementRow(Row):
    """A sentence with the articles that it rests on; none where it states no law."""

    text: Plain
    law: ArticleNames = ()


class ChoiceRow(Row):
    """One of the answers to a fact of kind choice."""

    id: FactId
    label: Annotated[str, Field(min_length=1, max_length=40)]
    said: tuple[Plain, ...] = ()


class FactRow(Row):
    """A fact that an entry takes."""

    id: FactId
    label: Annotated[str, Field(min_length=1, max_length=20)]
    kind: Kind
    question: Annotated[str, Field(max_length=200)] = ""
    why: Annotated[str, Field(max_length=200)] = ""
    unit: Annotated[str, Field(max_length=8)] = ""
    choices: tuple[ChoiceRow, ...] = ()
    least: Number | None = None
    most: Number | None = None

    @model_validator(mode="after")
    def _choices_stand_with_their_kind(self) -> Self:
        if (self.kind is Kind.CHOICE) != bool(self.choices):
            raise ValueError("choices stand with kind choice, and with no other")
        return self

    def fact(self, required: bool) -> Fact:
        """The row's fact."""
        return Fact(
            id=self.id,
            label=self.label,
            kind=self.kind,
            question=self.question,
            why=self.why,
            unit=self.unit,
            choices=tuple(Choice(one.id, one.label, one.said) for one in self.choices),
            least=self.least,
            most=self.most,
            required=required,
        )


class Entry(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Unique among its kind."""


SomeRow = TypeVar("SomeRow", bound=BaseModel)
SomeEntry = TypeVar("SomeEntry", bound=Entry)


def read_rows(path: Path, schema: type[SomeRow]) -> list[SomeRow]:
    """The rows of a file. BadRules where it breaks the schema."""
    try:
        return checked_rows(path, schema)
    except DataError as error:
        raise BadRules(str(error)) from error


def statements(rows: Iterable[StatementRow]) -> tuple[Statement, ...]:
    """The rows as statements."""
    return tuple(Statement(row.text, tuple(parse_ref(ref) for ref in row.law)) for row in rows)


def by_id(kind: str, entries: Iterable[SomeEntry]) -> Mapping[str, SomeEntry]:
    """The entries by id, in their order. BadRules where an id is used twice; `kind` names the folder."""
    found: dict[str, SomeEntry] = {}
    for entry in entries:
        if entry.id in found:
            raise BadRules(f"{kind}: {entry.id}: the id is used twice")
        found[entry.id] = entry
    return MappingProxyType(found)


@contextmanager
def named(place: str) -> Iterator[None]:
    """Errors inside as BadRules that name the place."""
    try:
        yield
    except ValueError as error:
        raise BadRules(f"{place}: {error}") from error
