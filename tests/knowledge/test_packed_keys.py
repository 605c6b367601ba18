import numpy as np
import pytest

from knowledge.adapters import packed_keys
from knowledge.adapters.packed_keys import PackedKeys

KEYS = ["民法典#1079.0@2021-01-01", "a", "劳动法#50.0@1995-01-01", "𠮷", "b c"]


def test_a_key_is_found_by_row_and_a_row_by_key() -> None:
    keys = PackedKeys.none().joined(KEYS[:2]).joined(KEYS[2:])
    assert [keys.key(row) for row in range(5)] == KEYS
    assert keys.find([KEYS[4], "unknown", KEYS[0], "", KEYS[3]]).tolist() == [4, 0, 3]
    assert keys.find([]).tolist() == []
    assert PackedKeys.none().find(["a"]).tolist() == []


def test_a_row_let_go_keeps_its_key_and_is_not_found() -> None:
    keys = PackedKeys.none().joined(KEYS).without(np.array([0, 2]))
    assert (len(keys), keys.key(2)) == (3, KEYS[2])
    assert keys.find(KEYS).tolist() == [1, 3, 4]
    assert keys.joined([KEYS[0]]).find(KEYS).tolist() == [5, 1, 3, 4]


def test_keys_load_as_they_were_saved() -> None:
    keys = PackedKeys.none().joined(KEYS).without(np.array([1]))
    again = PackedKeys.load(keys.saved())
    assert again.find(KEYS).tolist() == [0, 2, 3, 4]
    assert [again.key(row) for row in range(5)] == KEYS


def test_keys_of_one_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_keys, "_hash", lambda key: len(key) % 2)
    keys = PackedKeys.none().joined(KEYS)
    assert keys.find([*reversed(KEYS), "unknown"]).tolist() == [4, 3, 2, 1, 0]
