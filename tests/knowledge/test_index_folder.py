import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.index_folder import build_indexes, open_indexes
from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.errors import IndexMissing
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.search.manifest import read_manifest
from knowledge.search.model import Document, Kind, Query
from knowledge.statutes.model import NATION

CARDS = [Document(f"card{n}", Kind.GUIDE, "", text, NATION, None, 1, 10**6) for n, text in enumerate(["彩礼", "工伤"])]
ASKED = Query("彩礼", date(2024, 1, 1))


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> JiebaWords:
    return JiebaWords(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder(DEFAULT_ENCODER)


def silent(_: int, __: int) -> None:
    return None


def test_both_indexes_open_again(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", silent)
    lexical, dense, *_ = open_indexes(tmp_path, words, encoder, "data 1")
    assert lexical.search(ASKED, 1)[0][0] == "card0"
    assert dense is not None
    assert dense.search(ASKED, 1)[0][0] == "card0"


def test_without_an_encoder_there_is_no_dense_index(tmp_path: Path, words: JiebaWords) -> None:
    build_indexes(CARDS, words, None, tmp_path, "data 1", silent)
    assert open_indexes(tmp_path, words, None, "data 1").dense is None


def test_progress_counts_to_the_end(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    steps: list[tuple[int, int]] = []
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", lambda done, total: steps.append((done, total)))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_index_of_other_parts_is_missing(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", silent)
    with pytest.raises(IndexMissing, match="library data 1, not data 2: rebuild"):
        open_indexes(tmp_path, words, encoder, "data 2")
    with pytest.raises(IndexMissing, match=r"words jieba-.*rebuild"):
        open_indexes(tmp_path, JiebaWords(tmp_path, ("彩礼",)), encoder, "data 1")
    with pytest.raises(IndexMissing, match=r"encoder static-.*, not none: rebuild"):
        open_indexes(tmp_path, words, None, "data 1")


def test_a_torn_build_does_not_open(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", silent)
    (tmp_path / "meta.json").unlink()
    with pytest.raises(IndexMissing, match="build it first"):
        open_indexes(tmp_path, words, encoder, "data 1")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"library": 1, "more": 2}'])
def test_a_manifest_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "meta.json").write_text(text)
    with pytest.raises(IndexMissing, match=r"meta\.json is not the manifest"):
        read_manifest(tmp_path)


def test_the_manifest_says_what_was_built(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", silent)
    said = json.loads((tmp_path / "meta.json").read_text())
    assert said["documents"] == 2
    assert said["encoder"] == encoder.name


def test_one_key_twice_is_refused(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder) -> None:
    with pytest.raises(ValueError, match="two documents have the key 'card0'"):
        build_indexes([*CARDS, replace(CARDS[0], text="别的")], words, encoder, tmp_path, "data 1", silent)


@pytest.mark.parametrize("keep", [0, 10, 200])
def test_a_torn_dense_index_is_missing(tmp_path: Path, words: JiebaWords, encoder: StaticEncoder, keep: int) -> None:
    build_indexes(CARDS, words, encoder, tmp_path, "data 1", silent)
    file = next((tmp_path / "dense").glob("*.npz"))
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(IndexMissing, match=f"{file.name} cannot be read"):
        open_indexes(tmp_path, words, encoder, "data 1")
