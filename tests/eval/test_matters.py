"""How well services and matters are told."""

from pathlib import Path

import pytest

from eval.categories import Categories, read_categories, read_sorted, score_categories
from eval.errors import BadSet
from eval.matters import Utterance, read_utterances, score_level, score_matters
from knowledge.matters import matter_ids

SET = "# a set\nid\tservice\tmatter\ttext\n1\tnotary\tservices.notary\t公证\n2\tconsultation\tdebt.loan\t借钱\n"


def test_f1_and_accuracy_are_those_of_a_hand_count() -> None:
    level = score_level(["a", "a", "b", "c"], ["a", "b", "b", "d"])
    assert level.accuracy == 0.5
    assert level.f1 == pytest.approx({"a": 2 / 3, "b": 2 / 3, "c": 0})
    assert level.macro_f1 == pytest.approx(4 / 9)


def test_a_set_is_read_and_scored(tmp_path: Path) -> None:
    file = tmp_path / "set.tsv"
    file.write_text(SET, "utf-8")
    report = score_matters(read_utterances(file), lambda text: ("notary", "services.notary"))
    assert (report.levels["service"].accuracy, report.untold) == (0.5, 0)
    assert [miss.utterance for miss in report.misses] == [Utterance("2", "consultation", "debt.loan", "借钱")]
    assert "1 of 2" in report.text()
    assert report.json()["utterances"] == 2


@pytest.mark.parametrize(
    ("text", "message"), [("1\ta\tb\tc\n", "heading"), (f"{SET}3\tx\n", "columns"), ("", "heading")]
)
def test_a_broken_set_is_refused_by_name_and_rule(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "set.tsv"
    file.write_text(text, "utf-8")
    with pytest.raises(BadSet, match=rf"set\.tsv.*{message}"):
        read_utterances(file)


def test_every_matter_of_lawbench_s_mapping_is_one_and_has_one_category() -> None:
    categories = read_categories()
    fields = {matter.partition(".")[0] for matter in matter_ids()}
    assert set(categories.of) <= matter_ids() | fields
    assert categories("family.divorce") == "婚姻家庭"
    assert categories("") == "综合咨询"


def test_questions_are_sorted_by_their_matter(tmp_path: Path) -> None:
    file = tmp_path / "questions.json"
    file.write_text('[{"question": "借钱", "answer": "债"}, {"question": "房", "answer": "债"}]', "utf-8")
    tell = {"借钱": ("consultation", "debt.loan"), "房": ("consultation", "")}.__getitem__
    report = score_categories(read_sorted(file), tell, Categories({"debt": "债"}, "其他"))
    assert report.level.accuracy == 0.5


@pytest.mark.parametrize("text", ["{", "[1]", '[{"question": "x"}]'])
def test_questions_of_another_form_are_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "questions.json"
    file.write_text(text, "utf-8")
    with pytest.raises(BadSet, match=r"questions\.json"):
        read_sorted(file)
