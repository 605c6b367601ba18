"""What the classifier of matters learns from: questions that we wrote, the cards' and the bank's, and mixtures of them.

`questions_by_matter.tsv` holds service, matter and text; `matters_of_articles.tsv` tells which matters the bank's
questions may be about, by the article that answers them; `words_of_matters.toml` words that show a matter.
"""

import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.adapters.matter_classifier import NONE
from knowledge.errors import DataError
from knowledge.guide_cards import Guide, load_guides
from knowledge.matters import matter_ids
from knowledge.question_bank import BankQuestion, load_bank
from knowledge.statutes.reference import ArticleRef

WRITTEN = Path(__file__).parent / "questions_by_matter.tsv"
ARTICLES = Path(__file__).parent / "matters_of_articles.tsv"
WORDS = Path(__file__).parent / "words_of_matters.toml"
CONSULTATION = "consultation"

_MINE, _WORD, _CARD, _BANK, _MIXED = 6.0, 3.0, 2.0, 1.0, 2.0
"""How much a question counts: ours were written for their matter; a card's lean on its title; the bank's are many."""

_RULES = (
    "procedure.limitation", "procedure.fees", "procedure.preservation", "procedure.enforcement",
    "procedure.payment_order", "procedure.evidence", "administrative.reconsideration", "administrative.disclosure",
    "administrative.compensation", "administrative.petition",
)  # fmt: skip
"""Matters that are asked for across all others, as the services are: 离婚, 公证书丢了能补吗 is about notaries."""


@dataclass(frozen=True, slots=True)
class Label:
    """A service and a matter."""

    service: str
    matter: str

    def __str__(self) -> str:
        return f"{self.service} {self.matter}"

    @property
    def rules(self) -> bool:
        """Whether it is meant even where the text names another matter beside it."""
        return self.service != CONSULTATION or self.matter in _RULES or self.matter.startswith("services.")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, the labels among which the right one is, and how much it counts."""

    text: str
    labels: tuple[Label, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Articles of a law and the matters that questions about them may be of; `spans` is empty for all articles."""

    spans: tuple[tuple[int, int], ...]
    matters: tuple[str, ...]

    def holds(self, article: int) -> bool:
        """Whether the article lies in it."""
        return not self.spans or any(first <= article <= last for first, last in self.spans)


def written(file: Path = WRITTEN) -> Iterator[Lesson]:
    """The questions that we wrote for the purpose. DataError names file, line and rule."""
    for place, columns in _rows(file):
        service, matter, text = columns
        if matter not in matter_ids() | {NONE}:
            raise DataError(f"{place}: {matter!r} is no matter of matters.toml")
        yield Lesson(text, (Label(service, matter),), _MINE)


def of_words(file: Path = WORDS) -> Iterator[Lesson]:
    """The words by which a matter shows itself. DataError names the file and the matter that is none."""
    table = tomllib.loads(file.read_text("utf-8"))
    strange = set(table) - matter_ids()
    if strange:
        raise DataError(f"{file.name}: {sorted(strange)} are no matters of matters.toml")
    for matter, words in table.items():
        yield from (Lesson(word, (_label(matter),), _WORD) for word in words)


def of_cards(cards: Iterable[Guide]) -> Iterator[Lesson]:
    """The ways of asking of each card."""
    for card in cards:
        for text in card.ask:
            yield Lesson(text, (Label(card.service, card.matter),), _CARD)


def of_bank(questions: Iterable[BankQuestion], file: Path = ARTICLES) -> Iterator[Lesson]:
    """The bank's questions whose first article is in the table of matters."""
    table = read_articles(file)
    for question in questions:
        labels = tuple(map(_label, _matters(question.refs[0], table)))
        if labels:
            yield Lesson(question.text, labels, _BANK)


@cache
def read_articles(file: Path = ARTICLES) -> Mapping[str, tuple[Stretch, ...]]:
    """The matters of articles by law, in the order of the file. DataError names file, line and rule."""
    table: dict[str, tuple[Stretch, ...]] = {}
    for place, (law, articles, matters) in _rows(file):
        stretch = Stretch(() if articles == "*" else _spans(articles, place), tuple(matters.split()))
        strange = set(stretch.matters) - matter_ids()
        if strange or not stretch.matters:
            raise DataError(f"{place}: {matters!r}: {sorted(strange)} are no matters of matters.toml")
        table[law] = (*table.get(law, ()), stretch)
    return table


def mixed(lessons: Sequence[Lesson], seed: int, copies: int = 3) -> Iterator[Lesson]:
    """Questions about what rules, each behind the first words of a question of another matter."""
    draw = random.Random(seed)
    heads = [one.text[:6] for one in lessons if not one.labels[0].rules and one.labels[0].matter != NONE]
    for lesson in lessons:
        if len(lesson.labels) == 1 and lesson.labels[0].rules:
            for _ in range(copies):
                yield Lesson(f"{draw.choice(heads)}，{lesson.text}", lesson.labels, _MIXED)


def certain() -> list[Lesson]:
    """The questions whose label a person has given."""
    return [*written(), *of_cards(load_guides())]


def all_lessons(ours: Sequence[Lesson], seed: int) -> list[Lesson]:
    """These certain lessons, mixtures of them, the words and the bank's, in an order that is the same at every call."""
    return [*ours, *of_words(), *mixed(ours, seed), *of_bank(load_bank())]


def _label(matter: str) -> Label:
    """What a question that the bank ties to an article of the matter asks for: the matter's own service."""
    service = matter.removeprefix("services.")
    return Label(service if service in _own_services() else CONSULTATION, matter)


@cache
def _own_services() -> frozenset[str]:
    return frozenset(lesson.labels[0].service for lesson in written()) - {CONSULTATION}


def _matters(ref: ArticleRef, table: Mapping[str, tuple[Stretch, ...]]) -> tuple[str, ...]:
    return next((stretch.matters for stretch in table.get(ref.law, ()) if stretch.holds(ref.article)), ())


def _spans(text: str, place: str) -> tuple[tuple[int, int], ...]:
    try:
        ends = [[int(number) for number in part.split("-")] for part in text.split(",")]
        return tuple((pair[0], pair[-1]) for pair in ends)
    except ValueError as error:
        raise DataError(f"{place}: {text!r} are no articles (rule: 3, 5-9, or 3,5-9)") from error


def _rows(file: Path) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 3:
                raise DataError(f"{file.name}:{number}: {len(columns)} columns (rule: three, between tabs)")
            yield f"{file.name}:{number}", columns
