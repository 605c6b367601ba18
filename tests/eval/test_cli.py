import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.cli import evaluate
from knowledge.bootstrap import Engines
from tests.eval.made_up import write_set

pytestmark = pytest.mark.usefixtures("shipped")


def ask(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate, ["retrieval", *(str(argument) for argument in arguments)])


@pytest.mark.parametrize("manner", [(), ("--lexical-only",)])
def test_a_set_of_anybodys_is_measured(tmp_path: Path, manner: tuple[str, ...], shipped: Engines) -> None:
    corpus, queries, qrels = write_set(tmp_path, packed=True)
    out, ranked = tmp_path / "out.json", tmp_path / "out.trec"
    told = ask("--corpus", corpus, "--queries", queries, "--qrels", qrels, "--json", out, "--run", ranked, *manner)
    assert told.exit_code == 0, told.output
    measured = json.loads(out.read_text("utf-8"))
    # q1 and q2 find their one gold first; of q3's two one is first and the other is not held.
    assert measured["R@10"] == pytest.approx(2.5 / 3, abs=1e-4)
    assert measured["MRR@10"] == 1.0
    assert measured["gold_not_held"] == 1
    assert set(measured["latency"]) == {"p50", "p95", "p99"}
    assert shipped.words.name in measured["searched"]
    assert (shipped.encoder is not None and shipped.encoder.name in measured["searched"]) is not bool(manner)
    first = {line.split("\t")[0]: line.split("\t")[2] for line in reversed(ranked.read_text("utf-8").splitlines())}
    assert first["q1"] == "《风筝法》第2条"
    assert first["q2"] == "灯笼条例 第三条"
    assert "between tabs" in told.output


def test_a_broken_set_is_a_usage_error_that_names_the_line(tmp_path: Path) -> None:
    corpus, queries, qrels = write_set(tmp_path)
    queries.write_text("no tab here\n", "utf-8")
    told = ask("--corpus", corpus, "--queries", queries, "--qrels", qrels)
    assert told.exit_code == 2
    assert "queries.tsv:1" in told.output


def test_a_day_belongs_to_the_installed_law(tmp_path: Path) -> None:
    corpus, queries, qrels = write_set(tmp_path)
    told = ask("--corpus", corpus, "--queries", queries, "--qrels", qrels, "--on", "2023-06-01")
    assert told.exit_code == 2
    assert "--on" in told.output


def test_without_statutes_there_is_no_installed_law(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    told = ask("--queries", queries, "--qrels", qrels)
    assert told.exit_code == 4
    assert "no statutes are installed" in told.output


def test_the_light_core_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.cli.find_spec", lambda name: None)
    _, queries, qrels = write_set(tmp_path)
    told = ask("--queries", queries, "--qrels", qrels)
    assert told.exit_code == 1
    assert "lawline[eval]" in told.output
