import pytest

from knowledge.search.fusion import fuse


def test_scores_are_weighted_reciprocal_ranks() -> None:
    fused = fuse({"bm25": [("a", 9.0), ("b", 3.0)], "dense": [("b", 0.9)]}, {"bm25": 1.0, "dense": 2.0}, k=10)
    assert [one.key for one in fused] == ["b", "a"]
    assert fused[0].score == pytest.approx(1 / 12 + 2 / 11)
    assert fused[1].score == pytest.approx(1 / 11)
    assert fused[0].ranks == (("bm25", 2), ("dense", 1))


def test_equal_scores_keep_one_order() -> None:
    assert [one.key for one in fuse({"x": [("b", 1.0)], "y": [("a", 1.0)]}, {"x": 1.0, "y": 1.0})] == ["a", "b"]


def test_no_rankings_give_nothing() -> None:
    assert fuse({}, {}) == []
    assert fuse({"bm25": []}, {"bm25": 1.0}) == []


def test_a_ranking_without_weight_is_an_error() -> None:
    with pytest.raises(KeyError, match="dense"):
        fuse({"dense": [("a", 1.0)]}, {"bm25": 1.0})
