"""Candidates, their features and the ranker that orders them."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.adapters.lightgbm_ranker import LightgbmRanker
from knowledge.errors import DataError
from knowledge.search.candidates import Candidates
from knowledge.search.ranking import FEATURES, NOTHING_KNOWN, Known, features
from knowledge.training.ranker import Judged, law_prior, train_ranker, write_ranker

FOUND = Candidates(
    keys=("a", "b", "c"),
    laws=("劳动法", "劳动法", "试验条例"),
    articles=(50, 53, 50),
    scores={
        "bm25": np.array([4.0, 9.0, 0.0], np.float32),
        "dense": np.array([0.5, 0.2, 0.7], np.float32),
        "asked": np.zeros(3, np.float32),
    },
    hits={},
)


def column(name: str) -> list[float]:
    known = Known({"b": 1.6}, {"a": 3, "c": 1})
    return features(FOUND, {"劳动法": 0.25}, known, "老板不给钱")[:, FEATURES.index(name)].round(4).tolist()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bm25 score", [4, 9, 0]),
        ("bm25 rank", [1, 0, 999]),
        ("bm25 behind", [-5, 0, -9]),
        ("bm25 law", [2, 2, 0]),
        ("dense rank", [1, 2, 0]),
        ("dense law", [2, 2, 1]),
        ("asked rank", [999, 999, 999]),
        ("asked behind", [0, 0, 0]),
        ("law prior", [0.25, 0.25, 0]),
        ("popular", [0, 1.6, 0]),
        ("asked", [3, 0, 1]),
        ("bm25 near", [1, 1, 0]),
        ("dense near", [1, 1, 0]),
        ("kind", [1, 1, 2]),
        ("length", [5, 5, 5]),
    ],
)
def test_features_are_those_of_the_docstring(name: str, expected: list[float]) -> None:
    assert column(name) == pytest.approx(expected)


def test_fused_sums_softened_ranks() -> None:
    assert column("fused") == pytest.approx([1 / 11 + 1 / 11, 1 / 10 + 1 / 12, 1 / 10], abs=1e-4)


def test_no_candidates_have_no_features() -> None:
    none = Candidates((), (), (), {name: np.empty(0, np.float32) for name in ("bm25", "dense", "asked")}, {})
    assert features(none, {}, NOTHING_KNOWN, "问").shape == (0, len(FEATURES))


def judged(seed: int) -> list[Judged]:
    random = np.random.default_rng(seed)
    rows = random.standard_normal((60, 40, len(FEATURES))).astype(np.float32)
    return [Judged(row, np.arange(40) == row[:, 0].argmax()) for row in rows]


def test_the_ranker_learns_what_marks_gold(tmp_path: Path) -> None:
    write_ranker(train_ranker(judged(1), seed=7), law_prior(["民法典", "民法典", "刑法"]), tmp_path)
    ranker = LightgbmRanker(tmp_path)
    right = [one.gold[ranker.scores(one.rows).argmax()] for one in judged(2)]
    assert np.mean(right) > 0.8
    assert ranker.prior == pytest.approx({"刑法": 0.333333, "民法典": 0.666667})
    assert ranker.scores(np.empty((0, len(FEATURES)), np.float32)).shape == (0,)


def test_the_same_seed_gives_the_same_trees() -> None:
    assert train_ranker(judged(1), 7).model_to_string() == train_ranker(judged(1), 7).model_to_string()


def test_without_gold_there_is_nothing_to_learn() -> None:
    with pytest.raises(ValueError, match="nothing to learn"):
        train_ranker([Judged(np.zeros((3, len(FEATURES)), np.float32), np.zeros(3, bool))], 7)


def test_a_folder_without_a_ranker_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no ranker"):
        LightgbmRanker(tmp_path)
