"""The STARD training questions and the statutes of 2023 as documents; other splits are never read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rjieba_words import RjiebaWords
from knowledge.search.model import Document, Query
from knowledge.search.ports import Hits, Index, Words
from knowledge.training.texts import Passage, Question, as_document, read_passages, read_questions

DAY = date(2023, 6, 1)
"""The day on which the benchmark's statutes were in force."""

DEPTH = 200


@dataclass(frozen=True, slots=True)
class Bench:
    """Questions with gold and answers, the passages, and the same as documents that hold on every day."""

    questions: Sequence[Question]
    passages: Sequence[Passage]
    documents: Sequence[Document]


def read_bench(folder: Path) -> Bench:
    """Read `statutes-2023`, `stard-train` and `lecoqa-train` below the folder."""
    passages = read_passages(folder / "statutes-2023" / "corpus.jsonl.xz")
    questions = read_questions(folder / "stard-train", folder / "lecoqa-train" / "answers.jsonl")
    return Bench(questions, passages, [as_document(passage) for passage in passages])


def run_of(index: Index, questions: Sequence[Question], depth: int = DEPTH) -> dict[str, Hits]:
    """Each question's hits by its id."""
    return {question.id: index.search(Query(question.text, DAY), depth) for question in questions}


def keys_of(rankings: dict[str, Hits]) -> dict[str, list[str]]:
    """The keys alone, as measures read them."""
    return {id_: [key for key, _ in hits] for id_, hits in rankings.items()}


def cutter(cache: Path) -> Words:
    """rjieba where it is installed, else jieba: the same cut, several times as fast."""
    return RjiebaWords() if find_spec("rjieba") else JiebaWords(cache)
