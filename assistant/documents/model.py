"""A document as its file describes it: the facts that it takes, its layout, what the law asks of its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.documents.template import Template
from assistant.facts.model import Fact, Facts
from knowledge import ArticleRef, Statement


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that a document takes. `group` is the heading of a form; `rows` how many empty lines stand for it."""

    fact: Fact
    group: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Test:
    """A part stands only where the fact has one of these values."""

    fact: str
    values: frozenset[str | bool]

    def holds(self, facts: Facts) -> bool:
        """Whether it does; not where the fact is not told."""
        value = facts.get(self.fact)
        return isinstance(value, str | bool) and value in self.values


@dataclass(frozen=True, slots=True)
class Heading:
    """一、…"""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, left out where its test does not hold. `flush`: without the indent of two characters."""

    text: Template
    only: Test | None = None
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """Lines of which a person needs some: those without facts, and those of whose facts one is told.

    All of them stand where no fact of theirs is told.
    """

    lines: tuple[Template, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a form: what is asked on the left, lines on the right; a band over both where there are no lines.

    `spare` rows are those of which a person needs some, as in `Items`.
    """

    label: str
    lines: tuple[Template, ...] = ()
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A table of two columns: elements of a case (要素式)."""

    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a fact's lines as rows, cells divided by ｜; `blank` empty rows where it is not told."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    fact: str
    blank: int


@dataclass(frozen=True, slots=True)
class Addressed:
    """此致, and to whom."""

    to: Template


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, and the day: left blank for the hand, or the day of rendering where `dated`."""

    who: str
    dated: bool = False


Block = Heading | Paragraph | Items | Form | Grid | Addressed | Signed


@dataclass(frozen=True, slots=True)
class Filled:
    """A fact that is filled with a calculator's result, where the working is handed in and the fact is not told."""

    calculator: str
    result: str
    fact: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: `name` in lists, `title` and `subtitle` on the paper.

    `matters` are the two-level ids to which it is offered; `requires` what the law asks of its form, `notes` what the
    person should know, both with their articles; `where` the office that takes it; `checked` the day on which the
    articles were read, `corpus` the day of the text that was read. `handwritten`: valid only when copied by hand.
    """

    id: str
    name: str
    title: str
    subtitle: str
    about: str
    matters: tuple[str, ...]
    fields: tuple[Field, ...]
    layout: tuple[Block, ...]
    where: tuple[Statement, ...]
    requires: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    filled: tuple[Filled, ...]
    handwritten: bool
    checked: date
    corpus: date

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """Every article that it names, in order of first use."""
        said = (*self.where, *self.requires, *self.notes)
        return tuple(dict.fromkeys(ref for statement in said for ref in statement.law))

    @property
    def by_id(self) -> Mapping[str, Field]:
        """Its fields by the id of their fact."""
        return {field.fact.id: field for field in self.fields}
