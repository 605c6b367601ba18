"""The set of personal data is what it says, and the recognisers find what is in it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.cli import evaluate
from eval.personal_set import Filled, carriers, negatives
from eval.privacy import score_privacy
from knowledge.privacy import PersonalKind, PersonalSpan, find

SEEN = [*carriers(held_out=False, seed=1, rounds=1), *negatives(held_out=False, seed=1, rounds=1)]


def test_a_seed_makes_the_same_sentences_again() -> None:
    assert list(carriers(False, 7, 1)) == list(carriers(False, 7, 1))
    assert list(carriers(False, 7, 1)) != list(carriers(False, 8, 1))


def test_the_held_out_sentences_are_others() -> None:
    seen = {one.text for one in negatives(False, 1, 1)}
    assert not seen & {one.text for one in negatives(True, 1, 1)}


def test_all_kinds_are_in_the_set() -> None:
    assert {span.kind for one in SEEN for span in one.spans} == set(PersonalKind)


def test_a_span_is_right_in_kind_and_ends_or_not_at_all() -> None:
    text = "电话13812345678"
    gold = PersonalSpan(2, 13, PersonalKind.PHONE)
    report = score_privacy([Filled("typed", text, (gold,))], lambda _: (PersonalSpan(1, 13, PersonalKind.PHONE),))
    row = report.rows()["phone"]
    assert (row["recall"], row["hidden"], row["precision"]) == (0, 1, 0)
    assert report.misses[0].missed == (("phone", "13812345678"),)


def test_the_goals_are_kept_on_the_seen_part() -> None:
    row = score_privacy(SEEN, find).rows()["all"]
    assert row["recall"] >= 0.995
    assert row["precision"] >= 0.99


@pytest.mark.parametrize("options", [[], ["--held-out"]])
def test_the_command_prints_and_writes_the_measures(options: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ran = CliRunner().invoke(evaluate, ["privacy", "--rounds", "1", "--json", str(out), *options])
    assert ran.exit_code == 0, ran.output
    assert "recall" in ran.output
    assert json.loads(out.read_text("utf-8"))["kinds"]["all"]["gold"] > 100
