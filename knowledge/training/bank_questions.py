"""The bank's questions as what models learn from: each with the passages that it belongs to in the statutes at hand."""

from collections import defaultdict
from collections.abc import Iterable

from knowledge.search.asked import Bank
from knowledge.training.texts import Passage, Question, as_document


def bank_questions(bank: Bank, passages: Iterable[Passage]) -> list[Question]:
    """The questions that follow their text to one of the passages; their ids are `bank 1`, `bank 2` …"""
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for document in bank.documents(map(as_document, passages)):
        for text in document.text.split("\n"):
            gold[text].append(document.key)
    return [Question(f"bank {number}", text, tuple(keys)) for number, (text, keys) in enumerate(gold.items(), 1)]
