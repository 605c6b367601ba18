"""Near-duplicates, by hand and against every pair compared."""

import random
from pathlib import Path

import pytest

from eval.judged import read_others
from eval.leakage import Pair, duplicates_within, grams_of, near_duplicates
from eval.leaks import Leaks


def quiet(done: int, total: int) -> None:
    """No progress."""


GRAMS = [
    ("风筝落树上", {"风筝落树", "筝落树上"}),
    ("风筝，落 树上？", {"风筝落树", "筝落树上"}),
    ("ＡＢcdE", {"abcd", "bcde"}),
    ("怎么办", {"怎么办"}),
    ("？！", set()),
]


@pytest.mark.parametrize(("text", "expected"), GRAMS)
def test_grams_are_runs_of_four_letters(text: str, expected: set[str]) -> None:
    assert grams_of(text) == expected


ALIKE = [
    ("abcdefg", "abcdefg!", 1.0),
    ("abcdefg", "abcdefgh", 4 / 5),
    ("abcdef", "abcdefghi", None),  # 3 of 6 is half, and not more
    ("abcdef", "abcdefgh", 3 / 5),
    ("abc", "abcd", None),
    ("!", "?", None),
]


@pytest.mark.parametrize(("left", "right", "similarity"), ALIKE)
def test_more_than_half_of_the_grams_is_nearly_the_same(left: str, right: str, similarity: float | None) -> None:
    expected = [] if similarity is None else [Pair("1", left, "2", right, pytest.approx(similarity))]
    assert near_duplicates([("1", left)], [("2", right)], quiet) == expected
    assert duplicates_within([("1", left), ("2", right)], quiet) == expected


@pytest.mark.parametrize("limit", [0.0, 0.3, 0.5, 0.8])
def test_no_pair_is_overlooked(limit: float) -> None:
    rng = random.Random(4)
    texts = [(str(at), "".join(rng.choices("ab", k=rng.randint(1, 14)))) for at in range(120)]
    held = {id_: grams_of(text) for id_, text in texts}
    alike = {
        (one, other)
        for one in held
        for other in held
        if int(one) < int(other) and len(held[one] & held[other]) > limit * len(held[one] | held[other]) + 1e-12
    }
    assert {(pair.id, pair.other_id) for pair in duplicates_within(texts, quiet, limit)} == alike
    both = {(pair.id, pair.other_id) for pair in near_duplicates(texts[:60], texts[60:], quiet, limit)}
    assert both == {(one, other) for one, other in alike if int(one) < 60 <= int(other)}


def test_the_share_counts_questions_not_pairs() -> None:
    texts = [("1", "abcdefg"), ("2", "abcdefg"), ("3", "abcdefg"), ("4", "vwxyzuv")]
    within = Leaks("itself", 4, 0.5, tuple(duplicates_within(texts, quiet)), within=True)
    assert (len(within.pairs), within.touched, within.share) == (3, 2, 0.5)
    across = Leaks("other", 1, 0.5, tuple(near_duplicates(texts[:1], texts[1:], quiet)))
    assert (len(across.pairs), across.share) == (2, 1.0)
    assert "1 of 1 questions (100.00%)" in across.text()


def test_progress_is_told_to_the_end() -> None:
    steps: list[tuple[int, int]] = []
    near_duplicates([("1", "abcde"), ("2", "fghij")], [], lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_others_are_a_file_or_a_folder_of_the_bank(tmp_path: Path) -> None:
    (tmp_path / "q.tsv").write_text("1\t风筝落树上\n", "utf-8")
    row = '- law: 试验法\n  checked: 2026-11-24\n  corpus: 2026-07-17\n  articles:\n    "7":\n      - 风筝挂树上咋办\n'
    (tmp_path / "a.yaml").write_text(row, "utf-8")
    assert read_others(tmp_path / "q.tsv") == {"1": "风筝落树上"}
    assert read_others(tmp_path) == {"bank 1": "风筝挂树上咋办"}
