"""Precision, recall and F1 of entities, counted by hand."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.understanding.entities import entities
from eval.cli import evaluate
from eval.entities import Score, score_entities
from eval.entity_values import labelled, told
from eval.errors import BadSet
from eval.labelled import read_labelled

TODAY = date(2026, 11, 24)


def row(id_: str, text: str, *held: tuple[str, str, object]) -> str:
    entities = [{"kind": kind, "text": words, "value": value} for kind, words, value in held]
    return json.dumps({"id": id_, "today": "2026-11-24", "text": text, "entities": entities}, ensure_ascii=False)


def write(folder: Path, *rows: str) -> Path:
    file = folder / "set.jsonl"
    file.write_text("# made up\n" + "\n".join(rows) + "\n", "utf-8")
    return file


def test_a_set_is_scored_by_kind(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        row("a", "房东欠我三万二", ("relation", "房东", "landlord"), ("money", "三万二", 32000)),
        row("b", "昨天借了两千八", ("date", "昨天", "2026-11-22"), ("money", "两千八", 2800)),
        row("c", "十分着急"),
    )
    report = score_entities(read_labelled(file), entities)
    assert report.kinds["money"] == Score(right=2, found=2, gold=2)
    assert report.kinds["date"] == Score(right=0, found=1, gold=1)
    assert report.all.f1 == pytest.approx(3 / 4)
    assert [(miss.id, miss.missed[0].text) for miss in report.misses] == [("b", "昨天")]


def test_f1_is_the_harmonic_mean() -> None:
    score = Score(right=2, found=4, gold=3)
    assert (score.precision, score.recall) == (0.5, 2 / 3)
    assert score.f1 == pytest.approx(2 * 0.5 * (2 / 3) / (0.5 + 2 / 3))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "六七千", [6000, 7000]),
        ("money", "一万出头", 10000),
        ("wage", "日结200", {"amount": 200, "per": "day"}),
        ("date", "2019年3月", "2019-03"),
        ("date", "去年", ["2025-01-01", "2025-12-31"]),
        ("date", "三年前", {"about": "2023-11-24"}),
        ("date", "国庆前", {"before": "2026-10-01"}),
        ("span", "小半年", {"months": 6, "about": True}),
        ("span", "两三年", [{"years": 2}, {"years": 3}]),
        ("share", "三分之一", 0.3333),
        ("share", "月息两分", {"rate": 0.02, "per": "month"}),
        ("count", "十级伤残", {"n": 10, "of": "grade"}),
        ("place", "郑州", "410100"),
    ],
)
def test_a_label_and_a_reading_of_the_same_are_equal(kind: str, text: str, value: object) -> None:
    (entity,) = entities(text, TODAY)
    assert told(entity) == labelled(kind, text, value)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"id": "a", "today": "2026-11-24", "text": "x"}',
        row("a", "没有这几个字", ("money", "三万", 30000)),
        row("a", "三万", ("sum", "三万", 30000)),
        row("a", "昨天", ("date", "昨天", {"near": "2026-11-23"})),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSet, match=r"set\.jsonl:2"):
        read_labelled(write(tmp_path, line))


def test_an_id_comes_once(tmp_path: Path) -> None:
    with pytest.raises(BadSet, match="again"):
        read_labelled(write(tmp_path, row("a", "三万"), row("a", "四万")))


def test_the_command_prints_a_table_and_writes_what_was_missed(tmp_path: Path) -> None:
    file = write(tmp_path, row("a", "三万二", ("money", "三万二", 1)))
    told = CliRunner().invoke(evaluate, ["entities", str(file), "--json", str(tmp_path / "out.json")])
    assert told.exit_code == 0, told.output
    assert "0 of 1 utterances right" in told.output
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["misses"][0]["id"] == "a"
