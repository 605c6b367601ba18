"""Where reranked passages go: worked by hand."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.search.model import Kind, Passage
from knowledge.search.reranker import MOST, blend, rerank


@pytest.mark.parametrize(
    ("found", "scores", "expected"),
    [
        ("abcd", [0.1, 0.9], "bacd"),  # the rest keeps its order
        ("abcd", [], "abcd"),
        ("abc", [1.0, 2.0, 3.0], "cba"),
        ("abc", [0.5, 0.5, 0.7], "cab"),  # equal scores keep their order
        ("", [], ""),
        ("abc", [-1e30, -2.0, 1e30], "cba"),
    ],
)
def test_the_first_are_reordered_and_the_rest_stays(found: str, scores: list[float], expected: str) -> None:
    assert "".join(blend(found, np.array(scores, np.float32))) == expected


@pytest.mark.parametrize("scores", [[1.0, 2.0, 3.0], [np.nan, 1.0], [np.inf, 1.0]])
def test_scores_that_do_not_fit_are_refused(scores: list[float]) -> None:
    with pytest.raises(ValueError, match="rule"):
        blend("ab", np.array(scores, np.float32))


class ByLength:
    """The longest text first; keeps what it was shown."""

    name = "by-length"

    def __init__(self) -> None:
        self.shown: list[str] = []

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.shown = list(texts)
        return np.array([len(text) for text in texts], np.float32)


def passages(count: int) -> list[Passage]:
    return [Passage(str(n), Kind.ARTICLE, "法", "字" * n, 1.0 / (n + 1)) for n in range(count)]


@pytest.mark.parametrize(("first", "reranked"), [(3, 3), (MOST, MOST), (500, MOST)])
def test_no_more_passages_are_read_than_may_be(first: int, reranked: int) -> None:
    reader = ByLength()
    ordered = [int(passage.key) for passage in rerank("问", passages(40), reader, first)]
    assert ordered == [*reversed(range(reranked)), *range(reranked, 40)]
    assert reader.shown[2] == "法\n字字"
    assert len(reader.shown) == reranked


def test_fewer_passages_than_may_be_reranked_are_all_read() -> None:
    assert [passage.key for passage in rerank("问", passages(2), ByLength())] == ["1", "0"]


def test_no_passages_stay_none() -> None:
    assert rerank("问", [], ByLength()) == []
