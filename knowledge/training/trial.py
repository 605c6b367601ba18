"""A corpus of passages made searchable as Lawline searches, again and again with encoders that saw other questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from lightgbm import Booster

from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.index_folder import build_indexes
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.adapters.tantivy_index import TantivyIndex
from knowledge.search.asked import Bank
from knowledge.search.lexicon.lay import carried_lexicon
from knowledge.search.model import Document, Query
from knowledge.search.ports import Words
from knowledge.search.ranking import Known, Ranker, features
from knowledge.search.searcher import Searcher
from knowledge.training.bank_questions import bank_questions
from knowledge.training.model_folder import write_small
from knowledge.training.ranker import Judged, article_shares, law_prior, train_ranker
from knowledge.training.recipe import Recipe, Say, StaticModel, begin_encoder, tune_encoder
from knowledge.training.texts import Passage, Question, as_document

DEEP = 200
FOLDS = 5
DAY = date(2000, 1, 1)
"""Passages of a set hold on every day, so the day asked does not matter."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What all trials share: the passages, indexed by words and by bank questions, and the encoder's beginning."""

    passages: Sequence[Passage]
    documents: dict[str, Document]
    banked: Sequence[Question]
    words: Words
    lexical: TantivyIndex
    asked: TantivyIndex
    questions_held: Mapping[str, int]
    begun: StaticModel
    recipe: Recipe
    folder: Path

    @classmethod
    def begin(
        cls, passages: Sequence[Passage], bank: Bank, words: Words, recipe: Recipe, folder: Path, say: Say
    ) -> "Trial":
        """Index the passages into the empty folder and count which words stand together, in law and bank alone."""
        documents = {passage.key: as_document(passage) for passage in passages}
        unread = replace(bank, popular=())  # what a trial knows of questions is told with each of them
        built = build_indexes(documents.values(), words, None, folder / "index", "trial", lambda _, __: None, unread)
        banked = bank_questions(bank, passages)
        say(f"bank: {len(banked)} questions on {len(built.asked)} of {len(documents)} passages")
        begun = begin_encoder(passages, banked, words, recipe, say)
        return cls(
            passages, documents, banked, words, built.lexical, built.asked, built.known.asked, begun, recipe, folder
        )

    def tune(self, name: str, questions: Sequence[Question]) -> None:
        """Tune an encoder on these questions and on the bank, and write it under the name; int8, as one that ships."""
        learned = [*questions, *self.banked]
        write_small(tune_encoder(self.begun, self.passages, learned, self.recipe, lambda _: None), self.folder / name)

    def encode(self, name: str) -> FaissIndex:
        """The passages in the vectors of the encoder of that name."""
        encoder, folder = StaticEncoder(self.folder / name), self.folder / name / "dense"
        if folder.exists():
            return FaissIndex(folder, encoder)
        index = FaissIndex.create(folder, encoder)
        index.update(self.documents.values())
        return index

    def searcher(
        self, dense: FaissIndex | None, ranker: Ranker | None = None, seen: Iterable[Question] = ()
    ) -> Searcher:
        """The shipped search over the passages, which knows how often they answer the questions `seen`."""
        return Searcher(
            EmptyLibrary(),
            self.words,
            self.lexical,
            dense,
            guides=self.documents,
            asked=self.asked,
            ranker=ranker,
            lexicon=carried_lexicon(),
            known=self.known(seen),
        )

    def known(self, seen: Iterable[Question]) -> Known:
        """What the ranker knows of the passages that answer these questions, by their keys.

        Installed law is told it by likeness of text (`Bank.shares`), which on this corpus gives 13 articles more.
        """
        return Known(article_shares(question.gold for question in seen), self.questions_held)

    def prior(self, questions: Iterable[Question]) -> dict[str, float]:
        """Which laws answer these questions, as the ranker knows it."""
        answered = (self.documents.get(key) for question in questions for key in question.gold)
        return law_prior(document.title for document in answered if document)

    def judge(self, questions: Iterable[Question], dense: FaissIndex, seen: Sequence[Question]) -> list[Judged]:
        """Features of each question's candidates, as they are known from the questions `seen`, and which are gold."""
        searcher, prior, known = self.searcher(dense), self.prior(seen), self.known(seen)
        judged = []
        for question in questions:
            found = searcher.gather(Query(question.text, DAY, limit=DEEP))
            gold = np.array([key in question.gold for key in found.keys])
            judged.append(Judged(features(found, prior, known, question.text), gold))
        return judged


def learn_ranker(trial: Trial, questions: Sequence[Question], say: Say) -> tuple[Booster, dict[str, float]]:
    """Trees that order candidates, and the laws' prior.

    Each question is judged with an encoder, and a prior, that have not seen it: of `FOLDS` parts one is left out.
    """
    fold = np.random.default_rng(trial.recipe.seed).integers(0, FOLDS, len(questions))
    judged: list[Judged] = []
    for part in range(FOLDS):
        rest = [question for question, at in zip(questions, fold, strict=True) if at != part]
        trial.tune(f"without-{part}", rest)
        own = [question for question, at in zip(questions, fold, strict=True) if at == part]
        judged += trial.judge(own, trial.encode(f"without-{part}"), rest)
        say(f"part {part + 1} of {FOLDS}: {len(own)} questions judged")
    return train_ranker(judged, trial.recipe.seed), trial.prior(questions)
