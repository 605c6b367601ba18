"""One contract for every adapter of the Encoder port, and what holds for the static one alone."""

import os
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from knowledge.adapters.faiss_index import FaissIndex
from knowledge.adapters.sentence_encoder import SentenceEncoder
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.errors import DataError, IndexMissing
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.ports import Encoder

TEXTS = ["公司拖欠工资", "用人单位克扣劳动报酬", "彩礼返还"]


def models() -> Path:
    if "LAWLINE_MODELS" not in os.environ:
        pytest.skip("LAWLINE_MODELS names no folder of models")
    return Path(os.environ["LAWLINE_MODELS"])


@pytest.fixture(params=["shipped", "float32", "sentence-transformers"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "shipped":
        return StaticEncoder(DEFAULT_ENCODER)
    if request.param == "float32":
        return StaticEncoder(models() / "static-statutes-ppmi-256d")
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed (extra: neural)")
    return SentenceEncoder(str(models() / "static-statutes-ppmi-256d"))


def test_rows_have_unit_length(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.shape == (3, encoder.dimension)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_what_means_alike_is_nearer(encoder: Encoder) -> None:
    asked, alike, other = encoder.encode(TEXTS)
    assert asked @ alike > asked @ other


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_text_alone_gets_the_vector_that_it_gets_among_others(encoder: Encoder) -> None:
    assert encoder.encode(TEXTS[:1])[0] == pytest.approx(encoder.encode(TEXTS)[0], abs=1e-5)


@pytest.mark.parametrize("text", ["", "，。", "😀", "\x00", "龘龘"])
def test_a_text_without_known_words_is_zero(text: str) -> None:
    assert not StaticEncoder(DEFAULT_ENCODER).encode([text, "彩礼"])[0].any()


def test_a_long_text_is_read_whole() -> None:
    encoder = StaticEncoder(DEFAULT_ENCODER)
    once, often = encoder.encode(["工资" + "彩礼", ("工资" + "彩礼") * 5_000])
    assert once @ often == pytest.approx(1.0, abs=1e-3)


def test_the_name_stands_for_the_content(tmp_path: Path) -> None:
    tensors = load_file(DEFAULT_ENCODER / "model.safetensors")
    for name in ("same", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tokenizer.json").write_bytes((DEFAULT_ENCODER / "tokenizer.json").read_bytes())
        save_file(
            {**tensors, **({"more": np.zeros(1)} if name == "other" else {})}, tmp_path / name / "model.safetensors"
        )
    shipped = StaticEncoder(DEFAULT_ENCODER)
    assert StaticEncoder(tmp_path / "same").name == shipped.name
    assert StaticEncoder(tmp_path / "other").name != shipped.name


def test_half_precision_and_int8_are_nearly_float32(tmp_path: Path) -> None:
    shipped = StaticEncoder(DEFAULT_ENCODER)
    tensors = load_file(DEFAULT_ENCODER / "model.safetensors")
    full = tensors["embedding.weight"].astype(np.float32) * tensors["embedding.scale"][:, None]
    (tmp_path / "tokenizer.json").write_bytes((DEFAULT_ENCODER / "tokenizer.json").read_bytes())
    save_file({"embedding.weight": full.astype(np.float16)}, tmp_path / "model.safetensors")
    assert StaticEncoder(tmp_path).encode(TEXTS) == pytest.approx(shipped.encode(TEXTS), abs=1e-3)


@pytest.mark.parametrize(
    ("tensors", "rule"),
    [
        ({"weight": np.zeros((2, 2), np.float32)}, "has no two-dimensional tensor"),
        ({"embedding.weight": np.zeros(4, np.float32)}, "has no two-dimensional tensor"),
        ({"embedding.weight": np.zeros((2, 2), np.int8)}, "without embedding.scale"),
        (None, "is not a safetensors file"),
    ],
)
def test_a_broken_model_is_named(tmp_path: Path, tensors: dict[str, np.ndarray] | None, rule: str) -> None:
    (tmp_path / "tokenizer.json").write_bytes((DEFAULT_ENCODER / "tokenizer.json").read_bytes())
    if tensors is None:
        (tmp_path / "model.safetensors").write_bytes(b"no tensors")
    else:
        save_file(tensors, tmp_path / "model.safetensors")
    with pytest.raises(DataError, match=rule):
        StaticEncoder(tmp_path)


def test_a_folder_without_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is missing"):
        StaticEncoder(tmp_path)


def test_the_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in DEFAULT_ENCODER.iterdir() if file.is_file()) <= 6_000_000


def test_an_index_of_another_encoder_must_be_rebuilt(tmp_path: Path) -> None:
    FaissIndex.create(tmp_path, StaticEncoder(DEFAULT_ENCODER))
    other = StaticEncoder(models() / "static-statutes-ppmi-256d")
    with pytest.raises(IndexMissing, match=r"built with encoder static-.*rebuild it"):
        FaissIndex(tmp_path, other)


def test_numpy_gives_what_sentence_transformers_gives() -> None:
    pytest.importorskip("sentence_transformers", reason="sentence-transformers is not installed (extra: neural)")
    folder = models() / "static-statutes-ppmi-256d"
    assert StaticEncoder(folder).encode(TEXTS) == pytest.approx(SentenceEncoder(str(folder)).encode(TEXTS), abs=1e-5)
