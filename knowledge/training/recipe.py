"""How the default encoder is made: vocabulary, neighbours, decomposition, contrast."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array
from tokenizers import Tokenizer

from knowledge.search.ports import Vectors, Words
from knowledge.training.bags import mean_rows, token_ids
from knowledge.training.contrast import Learner, Pairs, Schedule, tune
from knowledge.training.cooccurrence import count_neighbours, positive_pmi, reduce_rank, weigh_rare
from knowledge.training.partners import Partner, asked_pairs
from knowledge.training.texts import Passage, Question
from knowledge.training.vocabulary import UNKNOWN, choose_words, count_words, make_tokenizer


@dataclass(frozen=True, slots=True)
class Recipe:
    """Sizes and seed. `window` is in words to each side; `rarest` the count below which a word gets no vector.

    `learner` moves the vectors; NumPy does where it is None.
    """

    vocabulary: int = 20_000
    dimension: int = 256
    window: int = 5
    rarest: int = 5
    seed: int = 20260101
    schedule: Schedule = field(default_factory=Schedule)
    learner: Callable[[Vectors], Learner] | None = None


@dataclass(frozen=True, slots=True)
class StaticModel:
    """A tokenizer and a vector for each of its tokens, shape (tokens, dimension), float32."""

    tokenizer: Tokenizer
    vectors: Vectors


Say = Callable[[str], None]


def train_encoder(
    passages: Sequence[Passage],
    questions: Sequence[Question],
    banked: Sequence[Question],
    words: Words,
    recipe: Recipe,
    say: Say,
) -> StaticModel:
    """The model; by NumPy, the same inputs on the same machine give the same vectors.

    Vocabulary and first vectors are those of law and bank (of the questions where there is no bank), as in the trials
    that teach the ranker, so that held-out questions are nowhere in them.
    """
    begun = begin_encoder(passages, banked or questions, words, recipe, say)
    return tune_encoder(begun, passages, [*questions, *banked], recipe, say)


def begin_encoder(
    passages: Sequence[Passage], questions: Sequence[Question], words: Words, recipe: Recipe, say: Say
) -> StaticModel:
    """Vocabulary and first vectors: what stands near what, in the law and in questions and answers."""
    tokenizer = _tokenizer(passages, questions, words, recipe)
    say(f"vocabulary: {tokenizer.get_vocab_size()} words")
    vectors = _first_vectors(passages, questions, tokenizer, recipe)
    say(f"first vectors: {vectors.shape[1]} dimensions")
    return StaticModel(tokenizer, vectors)


def tune_encoder(
    model: StaticModel, passages: Sequence[Passage], questions: Sequence[Question], recipe: Recipe, say: Say
) -> StaticModel:
    """The model tuned on questions and the passages that answer them."""
    tokenizer = model.tokenizer
    partners = list(asked_pairs(questions, {passage.key: passage for passage in passages}))
    if len(partners) < recipe.schedule.batch:
        say(f"no fine-tuning: {len(partners)} pairs do not fill a batch of {recipe.schedule.batch}")
        return _finished(tokenizer, model.vectors)
    tuned = tune(
        model.vectors,
        _pairs(partners, passages, tokenizer),
        recipe.schedule,
        lambda epoch, loss: say(f"fine-tuning: epoch {epoch}, loss {loss:.3f}"),
        recipe.learner,
    )
    return _finished(tokenizer, tuned)


def _finished(tokenizer: Tokenizer, vectors: Vectors) -> StaticModel:
    finished = vectors.copy()
    finished[tokenizer.token_to_id(UNKNOWN)] = 0  # an unknown word says nothing about a text
    return StaticModel(tokenizer, finished)


def _tokenizer(passages: Sequence[Passage], questions: Sequence[Question], words: Words, recipe: Recipe) -> Tokenizer:
    law = count_words((passage.whole for passage in passages), words)
    asked = count_words((question.text for question in questions), words)
    return make_tokenizer(choose_words(law, asked, recipe.vocabulary, recipe.rarest))


def _first_vectors(
    passages: Sequence[Passage], questions: Sequence[Question], tokenizer: Tokenizer, recipe: Recipe
) -> Vectors:
    spoken = [text for question in questions for text in (question.text, question.answer) if text]
    ids = token_ids([passage.whole for passage in passages] + spoken, tokenizer)
    size = tokenizer.get_vocab_size()
    information = positive_pmi(count_neighbours(ids, size, recipe.window))
    counts = np.bincount(np.concatenate(ids), minlength=size).astype(np.float64)
    return weigh_rare(reduce_rank(information, recipe.dimension, recipe.seed), counts)


def _pairs(partners: Sequence[Partner], passages: Sequence[Passage], tokenizer: Tokenizer) -> Pairs:
    size = tokenizer.get_vocab_size()

    def rows(texts: Iterable[str]) -> csr_array:
        return mean_rows(token_ids(list(texts), tokenizer), size)

    numbers = {passage.key: number for number, passage in enumerate(passages)}
    shared = [numbers.setdefault(key, len(numbers)) for _, _, key in partners]
    return Pairs(
        left=rows(text for text, _, _ in partners),
        right=rows(text for _, text, _ in partners),
        partner=np.array(shared, np.int64),
        passages=rows(passage.whole for passage in passages),
    )
