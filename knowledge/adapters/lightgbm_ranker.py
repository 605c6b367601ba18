"""The Ranker port over LightGBM: boosted trees that learned to order candidates (LambdaMART, Burges 2010)."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import lightgbm
import numpy as np

from knowledge.errors import DataError
from knowledge.search.candidates import Scores
from knowledge.search.ranking import FEATURES

MODEL, PRIOR = "model.txt", "prior.json"


class LightgbmRanker:
    """A ranker in a folder: LightGBM's text format and the laws' prior, as `lawline-train ranker` writes them."""

    def __init__(self, folder: Path) -> None:
        """DataError where the folder holds no ranker, or one of other features."""
        try:
            text, prior = (folder / MODEL).read_text("utf-8"), (folder / PRIOR).read_text("utf-8")
            self._trees = lightgbm.Booster(model_str=text)
            self._prior: dict[str, float] = json.loads(prior)
        except (OSError, ValueError, lightgbm.basic.LightGBMError) as error:
            raise DataError(f"{folder} holds no ranker: {error}") from error
        wanted = [name.replace(" ", "_") for name in FEATURES]
        if self._trees.feature_name() != wanted:
            raise DataError(f"{folder}: the ranker sees {self._trees.feature_name()}, not {wanted}: train it again")
        self._name = hashlib.sha256((text + prior).encode()).hexdigest()[:12]

    @property
    def name(self) -> str:
        """Changes whenever the same features might be scored otherwise."""
        return f"lightgbm-{self._name}"

    @property
    def prior(self) -> Mapping[str, float]:
        """Share of training questions that each law answers."""
        return self._prior

    def scores(self, rows: Scores) -> Scores:
        """A score for each row of `features`, comparable inside one question; higher is better."""
        if not len(rows):
            return np.empty(0, np.float32)
        scored: Scores = np.asarray(self._trees.predict(rows, num_threads=1), np.float32)
        return scored
