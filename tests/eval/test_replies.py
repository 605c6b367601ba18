"""Whole replies have the one JSON, whoever asks."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.cli import evaluate
from knowledge.bootstrap import settings


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWLINE_DATA", str(tmp_path / "data"))
    settings.cache_clear()


@pytest.mark.usefixtures("nothing_installed")
def test_each_question_gets_the_reply_that_ask_gives(tmp_path: Path) -> None:
    queries, out = tmp_path / "queries.tsv", tmp_path / "replies.jsonl"
    queries.write_text("1\t老板拖欠工资怎么办\n2\t今天天气怎么样\n", "utf-8")
    done = CliRunner().invoke(evaluate, ["replies", "--queries", str(queries), "--out", str(out)])
    settings.cache_clear()
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["1", "2"]
    assert rows[0]["reply"]["matter"] == "labour.wages"
    assert rows[0]["reply"]["degraded"] is True
    assert {"answer_id", "conclusion", "citations", "handoff", "text"} <= set(rows[1]["reply"])


def test_a_line_without_a_question_is_refused(tmp_path: Path) -> None:
    queries = tmp_path / "queries.tsv"
    queries.write_text("1\n", "utf-8")
    done = CliRunner().invoke(evaluate, ["replies", "--queries", str(queries), "--out", str(tmp_path / "o")])
    assert done.exit_code == 2
    assert "queries.tsv:1" in done.output
