"""What the lay-to-legal lexicon adds to BM25 on the questions of our own bank, which speak as people speak.

    python -m benchmarks.lexicon BENCH_FOLDER

2,000 questions of the bank, over the statutes of the benchmark, each expected to find the articles it is tied to; the
questions themselves are not searched.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.stard import DAY, cutter
from eval.metrics import recall, reciprocal_rank
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.asked import carried_bank
from knowledge.search.lexicon.lay import carried_lexicon
from knowledge.search.model import Query
from knowledge.training.bank_questions import bank_questions
from knowledge.training.texts import Question, as_document, read_passages

SAMPLE, SEED, DEEP = 2_000, 12348, 100


def main(folder: Path) -> None:
    passages = read_passages(folder / "statutes-2023" / "corpus.jsonl.xz")
    questions = random.Random(SEED).sample(bank_questions(carried_bank(), passages), SAMPLE)
    meant = {question.id: carried_lexicon().legal_terms(question.text) for question in questions}
    with TemporaryDirectory() as place:
        index = TantivyIndex.create(Path(place) / "bm25", cutter(Path(place)))
        index.update(as_document(passage) for passage in passages)
        plain = {q.id: [key for key, _ in index.search(Query(q.text, DAY), DEEP)] for q in questions}
        widened = {
            q.id: [key for key, _ in index.search(replace(Query(q.text, DAY), meant=meant[q.id]), DEEP)]
            for q in questions
        }
    touched = [question for question in questions if meant[question.id]]
    for name, group in (("all", questions), ("those with a lay phrase", touched)):
        print(f"{name}: {len(group)} questions")
        say("  BM25", plain, group)
        say("  with the lexicon", widened, group)


def say(name: str, run: dict[str, list[str]], questions: Sequence[Question]) -> None:
    gold = {question.id: question.gold for question in questions}
    own = {id_: run[id_] for id_ in gold}
    figures = (recall(own, gold, 10), recall(own, gold, 100), reciprocal_rank(own, gold))
    print(f"{name}: R@10 {figures[0]:.3f}, R@100 {figures[1]:.3f}, MRR@10 {figures[2]:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
