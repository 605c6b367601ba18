"""Services and matters told by the shipped classifier."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from knowledge.adapters.matter_classifier import MODEL, MatterClassifier
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.classifier.grams import grams
from knowledge.errors import DataError
from knowledge.matters import matter_ids
from knowledge.search.encoder import DEFAULT_ENCODER


@pytest.fixture(scope="module")
def classify() -> MatterClassifier:
    return MatterClassifier(StaticEncoder(DEFAULT_ENCODER))


def test_a_text_is_seen_as_its_sequences_with_both_ends_marked() -> None:
    assert grams("离婚") == {"^", "离", "婚", "$", "^离", "离婚", "婚$", "^离婚", "离婚$", "^离婚$"}


@pytest.mark.parametrize(
    ("text", "twin"), [("離婚", "离婚"), ("借30000元", "借5元"), ("好，的！", "好 的"), ("N+1", "n+0")]
)
def test_script_numbers_marks_and_case_make_no_difference(text: str, twin: str) -> None:
    assert grams(text) == grams(twin)


def test_no_sequence_goes_across_a_mark() -> None:
    assert "好的" not in grams("好，的")


def test_probabilities_of_all_labels_sum_to_one(classify: MatterClassifier) -> None:
    for text in ("老板拖欠工资", "", "🙂"):
        assert classify.probabilities(text).sum() == pytest.approx(1, abs=1e-5)


def test_the_likeliest_come_best_first_and_are_matters(classify: MatterClassifier) -> None:
    likely = classify("老板拖欠工资")
    assert likely[0].matter == "labour.wages"
    assert [one.probability for one in likely] == sorted((one.probability for one in likely), reverse=True)
    assert {one.matter for one in likely} <= matter_ids()


def test_every_matter_has_a_label(classify: MatterClassifier) -> None:
    assert {matter for _, matter in classify.labels} - {"-"} == matter_ids()


def test_the_model_is_small() -> None:
    assert MODEL.stat().st_size <= 3_000_000


def test_a_file_that_is_no_model_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    with pytest.raises(DataError, match="is no matter classifier"):
        MatterClassifier(StaticEncoder(DEFAULT_ENCODER), file)
    file.write_bytes(b"x" * 20)
    with pytest.raises(DataError, match="is no matter classifier"):
        MatterClassifier(StaticEncoder(DEFAULT_ENCODER), file)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"encoder": "another"}, "has learned with another"),
        ({"labels": "consultation labour.nothing"}, "labour.nothing"),
        ({"line": ""}, "is no matter classifier"),
    ],
)
def test_a_model_of_another_encoder_or_taxonomy_is_refused(facts: dict[str, str], message: str, tmp_path: Path) -> None:
    encoder = StaticEncoder(DEFAULT_ENCODER)
    said = {"encoder": encoder.name, "labels": "consultation labour.wages", "line": "0.2", "temperature": "1"} | facts
    file = tmp_path / "model.safetensors"
    save_file({name: np.array(value) for name, value in load_file(MODEL).items()}, file, said)
    with pytest.raises(DataError, match=message):
        MatterClassifier(encoder, file)
