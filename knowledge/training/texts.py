"""What the encoder learns from: passages of law, questions, and pairs of texts that belong together."""

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import DataError, ReferenceSyntaxError
from knowledge.search.model import Document, Kind
from knowledge.statutes.model import NATION, Rank
from knowledge.statutes.reference import parse_keyed

_LAW = re.compile(r"^(?P<law>.+?)第[〇零一二三四五六七八九十百千万\d]+条")  # 民法典第一千零七十九条 -> 民法典


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be found: an article's reference, the title of its law, its text."""

    key: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Title and text, as the index encodes them."""
        return f"{self.title}\n{self.text}"


def as_document(passage: Passage) -> Document:
    """A passage as search holds it: national law, in force on every day."""
    last, number = date.max.toordinal(), _number(passage.key)
    return Document(passage.key, Kind.ARTICLE, passage.title, passage.text, NATION, Rank.LAW, 1, last, article=number)


def _number(key: str) -> int:
    """The article number of a key that is an article's reference; 0 for other keys."""
    try:
        return parse_keyed(key)[0].article
    except ReferenceSyntaxError:
        return 0


@dataclass(frozen=True, slots=True)
class Question:
    """A lay question, the keys of the passages that answer it, and a lawyer's answer, if there is one."""

    id: str
    text: str
    gold: tuple[str, ...]
    answer: str = ""


def read_passages(file: Path) -> list[Passage]:
    """Passages from JSON lines (.jsonl or .jsonl.xz) with `id`, `text` and optionally `title`."""
    return [_passage(record, file) for record in _records(file)]


def read_questions(folder: Path, answers: Path | None = None) -> list[Question]:
    """Questions from `queries.tsv` and `qrels.tsv`, with answers from JSON lines with `id` and `answer`."""
    gold: dict[str, list[str]] = {}
    for question, passage, _ in _columns(folder / "qrels.tsv", 3):
        gold.setdefault(question, []).append(passage)
    spoken = {str(record["id"]): str(record["answer"]) for record in _records(answers)} if answers else {}
    return [
        Question(id_, text, tuple(gold.get(id_, ())), spoken.get(id_, ""))
        for id_, text in _columns(folder / "queries.tsv", 2)
    ]


def _passage(record: dict[str, object], file: Path) -> Passage:
    try:
        key, text = str(record["id"]), str(record["text"])
    except KeyError as error:
        raise DataError(f"{file}: a passage needs id and text, {error} is missing in {record!r:.80}") from error
    law = _LAW.match(key)
    return Passage(key, str(record.get("title", law["law"] if law else key)), text)


def _records(file: Path) -> Iterator[dict[str, object]]:
    with lzma.open(file, "rt", encoding="utf-8") if file.suffix == ".xz" else file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{file}:{number}: not a JSON object: {error}") from error


def _columns(file: Path, count: int) -> Iterator[list[str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != count:
            raise DataError(f"{file}:{number}: {count} columns expected, {len(columns)} found")
        yield columns
