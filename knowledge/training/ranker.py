"""How the ranker learns: boosted trees over the features of candidates, to put gold above the rest (LambdaMART).

Burges, "From RankNet to LambdaRank to LambdaMART: an overview" (2010); LightGBM's `lambdarank`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.lightgbm_ranker import MODEL, PRIOR
from knowledge.search.candidates import Scores
from knowledge.search.popular import POPULAR, Popular, write_popular
from knowledge.search.ranking import FEATURES
from knowledge.statutes.likeness import sketch
from knowledge.training.texts import Passage

TREES = 300
_PARAMETERS = {
    "objective": "lambdarank",
    "learning_rate": 0.04,
    "num_leaves": 7,
    "min_data_in_leaf": 50,
    "lambdarank_truncation_level": 50,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of one question: shape (candidates, features), and for each whether it is gold."""

    rows: Scores
    gold: NDArray[np.bool_]


def law_prior(laws: Iterable[str]) -> dict[str, float]:
    """The share of each law among the laws that answer questions."""
    counts = Counter(laws)
    total = sum(counts.values())
    return {law: round(count / total, 6) for law, count in sorted(counts.items())}


def article_shares(answers: Iterable[Sequence[str]]) -> dict[str, float]:
    """By key: how many of a thousand questions an article answers, from the keys that answer each question."""
    counts, questions = Counter[str](), 0
    for keys in answers:
        counts.update(keys)
        questions += 1
    return {key: round(1000 * count / questions, 4) for key, count in counts.items()}


def popular_of(shares: Mapping[str, float], passages: Iterable[Passage]) -> list[Popular]:
    """The shares tied to their passages' texts, by law, the most asked first."""
    held = [Popular(one.title, sketch(one.text), shares[one.key]) for one in passages if one.key in shares]
    return sorted(held, key=lambda one: (one.law, -one.share, one.sketch))


def train_ranker(judged: Sequence[Judged], seed: int) -> lightgbm.Booster:
    """Trees fitted to the questions that have gold among their candidates; the same inputs give the same trees."""
    learned = [one for one in judged if one.gold.any()]
    if not learned:
        raise ValueError("no question has gold among its candidates: there is nothing to learn")
    data = lightgbm.Dataset(
        np.concatenate([one.rows for one in learned]),
        np.concatenate([one.gold for one in learned]).astype(int),
        group=[len(one.gold) for one in learned],
        feature_name=[name.replace(" ", "_") for name in FEATURES],
    )
    return lightgbm.train({**_PARAMETERS, "seed": seed}, data, TREES)


def write_ranker(
    trees: lightgbm.Booster, prior: Mapping[str, float], folder: Path, popular: Iterable[Popular] = ()
) -> None:
    """Write what LightgbmRanker loads, and the table that goes with it into the bank."""
    folder.mkdir(parents=True, exist_ok=True)
    trees.save_model(str(folder / MODEL))
    write_popular(popular, folder / POPULAR.name)
    (folder / PRIOR).write_text(json.dumps(prior, ensure_ascii=False, indent=0) + "\n", "utf-8")
