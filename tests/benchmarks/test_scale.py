"""The made-up corpus is the same each time and as noisy as it says; recall is what a hand counts."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.replicas import SWAPPED, NoisyEncoder, Reworded, number_of, numbered
from benchmarks.scale import TANTIVY, rows
from benchmarks.scaled import Built, Served, Times, recall
from benchmarks.stard import cutter
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.question_bank import load_bank
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.model import Document, Kind
from knowledge.statutes.model import NATION

TEXTS = [question.text for question in load_bank()[:200]]
LAW = [Document(f"key {n}", Kind.ARTICLE, "试验法", text, NATION, None, 1, 2) for n, text in enumerate(TEXTS)]


@pytest.fixture
def noisy(tmp_path: Path) -> NoisyEncoder:
    np.save(tmp_path / "rows.npy", StaticEncoder(DEFAULT_ENCODER).encode(TEXTS))
    return NoisyEncoder(tmp_path / "rows.npy")


def test_the_first_turn_is_the_corpus_and_copies_lie_as_far_as_neighbours_do(noisy: NoisyEncoder) -> None:
    vectors = noisy.encode([copy.text for copy in numbered(LAW, 600)])
    original = StaticEncoder(DEFAULT_ENCODER).encode(TEXTS)
    assert np.allclose(vectors[:200], original, atol=1e-6)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    cosines = (vectors[200:400] * original).sum(axis=1)
    assert 0.82 < float(np.median(cosines)) < 0.86
    assert float(np.median((vectors[200:400] * vectors[400:]).sum(axis=1))) < 0.75
    assert np.array_equal(noisy.encode(["599", "7"]), vectors[[599, 7]])


def test_copies_have_keys_of_their_own_that_tell_their_number() -> None:
    copies = list(numbered(LAW, 450))
    assert len({copy.key for copy in copies}) == 450
    assert [number_of(copy.key) for copy in copies] == list(range(450))
    assert (copies[449].key, copies[449].whole) == ("key 49~449", "449")


def test_a_share_of_the_words_is_swapped_the_same_ones_each_time(tmp_path: Path) -> None:
    words = cutter(tmp_path)
    once, again = (list(Reworded(LAW, words).copies(400)) for _ in range(2))
    assert once == again
    assert [copy.text for copy in once[:200]] == TEXTS
    changed = [
        np.mean([before != after for before, after in zip(words.cut(one.text), words.cut(other.text), strict=False)])
        for one, other in zip(once[:200], once[200:], strict=True)
    ]
    assert SWAPPED / 2 < float(np.mean(changed)) < 1
    assert sum(one.text != other.text for one, other in zip(once[:200], once[200:], strict=True)) > 100


RECALLS = [
    ([[1, 2, 3, 4]], [[1, 2, 3, 4]], 2, 1.0),
    ([[2, 1, 9, 9]], [[1, 2, 3, 4]], 2, 1.0),
    ([[1, -1, -1, -1], [5, 6, 7, 8]], [[1, 2, 3, 4], [9, 9, 9, 9]], 4, 0.125),
    ([[-1, -1]], np.empty((1, 0)), 2, -1.0),
]


@pytest.mark.parametrize(("found", "right", "depth", "share"), RECALLS)
def test_recall_is_the_share_of_the_exact_first(found: object, right: object, depth: int, share: float) -> None:
    assert recall(np.array(found), np.array(right), depth) == share


def test_the_table_shows_the_chosen_type_in_bold_and_no_recall_for_words() -> None:
    served = Served(40, 30, Times(1, 2, 3, 4), Times(5, 6, 7, 8), 0.99, 0.98, 0.97)
    words = Served(40, 30, Times(1, 2, 3, 4), Times(5, 6, 7, 8))
    built = Built(10, 9, 2048, 100)
    lines = rows({(200_000, "SQ8"): (built, served), (200_000, TANTIVY): (built, words)}).splitlines()
    cells = "200,000 **SQ8** 10 9 2,048 100 40 1.00 2.00 3.00 4.00 0.990 0.980 0.970 7.00"
    assert lines[2] == f"| {cells.replace(' ', ' | ')} |"
    assert lines[3].endswith("| 4.00 |  |  |  | 7.00 |")
