"""What every shape of the dense index must do beside the contract of the Index port, on vectors of two kinds of law."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from knowledge.adapters import faiss_vectors
from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.faiss_shapes import FLAT, SQ8, Shape
from knowledge.errors import IndexMissing
from knowledge.search.model import Document, Kind, Query
from knowledge.search.ports import Vectors
from knowledge.statutes.model import NATION, Rank

SHAPES = {
    "Flat": (FLAT, 1.0),
    "SQ8": (SQ8, 0.97),
    "IVF-SQ8": (Shape("IVF64,SQ8", 8), 0.9),
    "IVF-PQ": (Shape("IVF64,PQ8", 8), 0.6),
}
"""Each with the share of the exact first ten that it must find."""

COUNT, DIMENSION = 6_000, 32
DAY = date(2024, 5, 1)
RARE = 100  # every so many is local law of Shanghai


class NumberEncoder:
    """The Encoder port over a table of vectors: a text is a row's number."""

    name = "numbers"
    dimension = DIMENSION

    def __init__(self) -> None:
        random = np.random.default_rng(7)
        centres = random.standard_normal((60, DIMENSION), np.float32)
        rows = centres[random.integers(60, size=COUNT + 50)]
        rows += random.standard_normal(rows.shape, np.float32)
        self.rows: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self.rows[[int(text) for text in texts]]

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        return self.encode(texts)


def document(number: int) -> Document:
    region, rank = ("310000", Rank.LOCAL) if number % RARE == 0 else (NATION, Rank.LAW)
    ends = date(2020, 1, 1) if number % 2 else date.max
    return Document(f"key {number}", Kind.ARTICLE, "", str(number), region, rank, 1, ends.toordinal())


NATIONAL = [Query(str(COUNT + number), DAY) for number in range(50)]
LOCAL = [Query(query.words, DAY, "310000", ranks=frozenset({Rank.LOCAL})) for query in NATIONAL]


@pytest.fixture(scope="module")
def encoder() -> NumberEncoder:
    return NumberEncoder()


@pytest.fixture(scope="module", params=SHAPES)
def built(request: pytest.FixtureRequest, encoder: NumberEncoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp(request.param) / request.param
    FaissIndex.create(folder, encoder, SHAPES[request.param][0]).update(map(document, range(COUNT)))
    return folder


def recall(index: FaissIndex, queries: list[Query], encoder: NumberEncoder) -> float:
    """Share of the exact first ten found, by cosines over the documents that pass, a mean over queries."""
    local = queries is LOCAL
    passing = np.array([row for row in range(0, COUNT, 2) if (row % RARE == 0) == local])
    shares = []
    for query in queries:
        cosines = encoder.rows[passing] @ encoder.encode([query.words])[0]
        right = {f"key {passing[place]}" for place in np.argsort(-cosines)[:10]}
        shares.append(len(right & {key for key, _ in index.search(query, 10)}) / 10)
    return float(np.mean(shares))


def test_most_of_the_exact_first_ten_is_found(
    built: Path, encoder: NumberEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faiss_vectors, "_COMPARED", 100)  # so few would all be compared
    found = recall(FaissIndex(built, encoder), NATIONAL, encoder)
    assert found >= SHAPES[built.name][1]
    assert found < 1 or built.name == "Flat", "the floor is not tested where nothing is lost"


def test_a_narrow_filter_is_searched_in_every_list(built: Path, encoder: NumberEncoder) -> None:
    index = FaissIndex(built, encoder)
    assert recall(index, LOCAL, encoder) >= SHAPES[built.name][1]
    found = [key for key, _ in index.search(LOCAL[0], COUNT)]
    assert found
    assert all(int(key.split()[1]) % RARE == 0 for key in found)


def test_an_index_built_again_finds_the_same(built: Path, encoder: NumberEncoder, tmp_path: Path) -> None:
    again = FaissIndex.create(tmp_path / "again", encoder, SHAPES[built.name][0])
    again.update(map(document, range(COUNT)))
    assert (tmp_path / "again" / "dense.npz").read_bytes() == (built / "dense.npz").read_bytes()
    assert again.search(NATIONAL[0], 50) == FaissIndex(built, encoder).search(NATIONAL[0], 50)


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.95])
def test_a_torn_or_changed_file_is_missing(built: Path, encoder: NumberEncoder, tmp_path: Path, place: float) -> None:
    whole = (built / "dense.npz").read_bytes()
    at = int(len(whole) * place)
    for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
        (tmp_path / "dense.npz").write_bytes(broken)
        with pytest.raises(IndexMissing, match=r"dense\.npz cannot be read .*: rebuild it"):
            FaissIndex(tmp_path, encoder)


def test_forgotten_documents_give_their_room_back(built: Path, encoder: NumberEncoder, tmp_path: Path) -> None:
    (tmp_path / "dense.npz").write_bytes((built / "dense.npz").read_bytes())
    index = FaissIndex(tmp_path, encoder)
    index.delete(f"key {number}" for number in range(0, COUNT, 2))
    assert index.search(NATIONAL[0], 10) == []
    half = (tmp_path / "dense.npz").stat().st_size
    index.delete(f"key {number}" for number in range(1, COUNT - 100, 2))
    assert (len(index), index.scores(Query("1", date(2019, 1, 1)), ["key 1", "key 2"])) == (50, {})
    assert (tmp_path / "dense.npz").stat().st_size < half / 2
    again = FaissIndex(tmp_path, encoder)
    again.update([document(2)])
    assert [key for key, _ in again.search(Query("2", DAY), 5)] == ["key 2"]


@pytest.mark.parametrize("shape", [Shape("IVF64,SQ8", 8), Shape("IVF64,PQ8", 8)], ids=lambda shape: shape.factory)
def test_too_few_documents_to_learn_from_are_refused(shape: Shape, encoder: NumberEncoder, tmp_path: Path) -> None:
    index = FaissIndex.create(tmp_path, encoder, shape)
    with pytest.raises(ValueError, match="10 vectors are too few to learn from"):
        index.update(map(document, range(10)))
    assert len(index) == 0
