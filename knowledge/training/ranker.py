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
from knowledge.search.ranking import FEATURES

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


def write_ranker(trees: lightgbm.Booster, prior: Mapping[str, float], folder: Path) -> None:
    """Write what LightgbmRanker loads."""
    folder.mkdir(parents=True, exist_ok=True)
    trees.save_model(str(folder / MODEL))
    (folder / PRIOR).write_text(json.dumps(prior, ensure_ascii=False, indent=0) + "\n", "utf-8")
