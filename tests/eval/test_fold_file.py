from pathlib import Path

import pytest

from eval.errors import BadSet
from eval.fold_file import draw_folds, read_folds, write_folds

SHIPPED = Path(__file__).parents[2] / "eval" / "folds" / "stard-train.toml"


def test_the_committed_folds_are_those_that_the_seed_draws() -> None:
    held = read_folds(SHIPPED)
    # The file of questions is in the order of its numbers.
    again = draw_folds("stard-train", sorted(held.of, key=int), 5, held.seed)
    assert held == again
    assert [len(group) for group in held.groups(held.of).values()] == [239, 228, 259, 256, 253]


def test_what_is_written_reads_back_whatever_the_ids(tmp_path: Path) -> None:
    ids = ['a"b', "back\\slash", "a b", "问一", "tab\tid", *(f"id-{number}" for number in range(80))]
    drawn = draw_folds('a "set"', ids, 3, 7)
    write_folds(tmp_path / "f.toml", drawn)
    assert read_folds(tmp_path / "f.toml") == drawn


def test_groups_keep_the_order_asked_and_leave_strangers_out() -> None:
    drawn = draw_folds("s", ["a", "b", "c", "d", "e", "f"], 2, 0)
    groups = drawn.groups(["f", "stranger", "a", "b"])
    assert sorted(question for group in groups.values() for question in group) == ["a", "b", "f"]
    assert all(drawn.of[question] == int(name) for name, group in groups.items() for question in group)


HEAD = 'set = "s"\nseed = 0\ndrawn = "so"\n'
BROKEN = [
    ("folds = [", r"f.toml: .*rule: TOML"),
    (HEAD, "keys .* \\(rule: drawn, folds, seed, set\\)"),
    (HEAD + 'folds = [["a"], ["b"]]\nmore = 1\n', "keys .*more"),
    (HEAD.replace("0", '"0"') + 'folds = [["a"], ["b"]]\n', "f.toml:2: seed \\(rule: a whole number"),
    (HEAD + 'folds = [["a"], []]\n', "f.toml:4: folds \\(rule: lists, none empty"),
    (HEAD + 'folds = [["a", "b"]]\n', "f.toml:4: 1 folds \\(rule: at least two"),
    (HEAD + 'folds = [["a", 2], ["b"]]\n', "f.toml:4: 2 \\(rule: ids are texts"),
    (HEAD + 'folds = [\n["a"],\n["b",\n"a"]]\n', "f.toml:7: 'a' again \\(rule: each id once"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_is_refused_with_line_and_rule(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "f.toml").write_text(text, "utf-8")
    with pytest.raises(BadSet, match=message):
        read_folds(tmp_path / "f.toml")
