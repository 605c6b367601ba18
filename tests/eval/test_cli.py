import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.cli import evaluate
from eval.trec import read_run, write_run
from knowledge.bootstrap import Engines
from tests.eval.made_up import write_set

pytestmark = pytest.mark.usefixtures("shipped")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate, [str(argument) for argument in arguments])


def ask(*arguments: object) -> Result:
    return call("retrieval", *arguments)


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
    monkeypatch.setattr("eval.terminal.find_spec", lambda name: None)
    _, queries, qrels = write_set(tmp_path)
    told = ask("--queries", queries, "--qrels", qrels)
    assert told.exit_code == 1
    assert "lawline[eval]" in told.output


def test_a_run_is_scored_as_it_was_when_it_was_searched(tmp_path: Path) -> None:
    corpus, queries, qrels = write_set(tmp_path)
    sets = ("--queries", queries, "--qrels", qrels)
    ranked, sure, folds = tmp_path / "out.trec", tmp_path / "sure.tsv", tmp_path / "folds.toml"
    assert call("folds", "--queries", queries, "--count", 2, "--out", folds).exit_code == 0
    views = ("--folds", folds, "--held-out", "--seen", qrels, "--threshold", 0.2)
    asked = ask("--corpus", corpus, *sets, "--run", ranked, "--confidence", sure, "--json", tmp_path / "a", *views)
    assert asked.exit_code == 0, asked.output
    page = tmp_path / "page.html"
    options = ("--confidence", sure, "--json", tmp_path / "b", "--html", page, "--against", ranked)
    told = call("score", "--run", ranked, *sets, *options, *views)
    assert told.exit_code == 0, told.output
    first, second = (json.loads((tmp_path / name).read_text("utf-8")) for name in "ab")
    assert first["latency"]
    assert not second["latency"]
    assert second["against"]["R@10"]["same"] == 3
    same = ("R@5", "R@100", "MRR@10", "nDCG@10", "intervals", "by_fold", "by_seen_gold", "risk_coverage")
    assert {name: first[name] for name in same} == {name: second[name] for name in same}
    assert first["by_seen_gold"]["all"]["questions"] == 3
    assert "风筝挂在树上怎么取下来" not in told.output
    assert "船撞桥了" in page.read_text("utf-8")


def test_a_planted_wrong_answer_is_found_by_comparing(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    good = {"q1": ["《风筝法》第2条"], "q2": ["灯笼条例 第三条"], "q3": ["doc-7", "doc-8"]}
    write_run(tmp_path / "good.trec", good)
    write_run(tmp_path / "planted.trec", {**good, "q2": ["风筝法第一条", "灯笼条例 第三条"]})
    page = tmp_path / "page.html"
    runs = (tmp_path / "good.trec", tmp_path / "planted.trec")
    told = call("compare", *runs, "--qrels", qrels, "--queries", queries, "--by", "MRR@10", "--html", page)
    assert told.exit_code == 0, told.output
    assert "1 losses in MRR@10" in told.output
    assert "q2  灯笼夜里要不要点亮  [灯笼条例 第三条 1 → 2]" in told.output
    assert "good → planted" in page.read_text("utf-8")
    assert call("compare", *runs, "--qrels", qrels).exit_code == 0


def test_near_duplicates_are_printed_with_their_share(tmp_path: Path) -> None:
    _, queries, _ = write_set(tmp_path)
    (other := tmp_path / "bank.tsv").write_text("b1\t灯笼夜里要不要点亮？\nb2\t船撞桥了怎么办\n", "utf-8")
    told = call("leakage", "--queries", queries, "--against", other, "--json", tmp_path / "leaks.json")
    assert told.exit_code == 0
    assert "1.000\tq2\tb1\t灯笼夜里要不要点亮\t灯笼夜里要不要点亮？" in told.output
    assert "1 of 4 questions (25.00%)" in told.output
    assert json.loads((tmp_path / "leaks.json").read_text("utf-8"))[0]["share"] == 0.25
    assert "0 of 4 questions (0.00%)" in call("leakage", "--queries", queries).output


def test_gold_is_written_as_trec_has_it(tmp_path: Path) -> None:
    _, _, gold = write_set(tmp_path)
    told = call("qrels", "--qrels", gold, "--out", tmp_path / "trec")
    assert told.exit_code == 0
    assert (tmp_path / "trec").read_text("utf-8").startswith("q1\t0\t《风筝法》第2条\t1\n")
    assert "1 ids hold a space" in told.output


REFUSED = [
    (("--held-out",), "give --folds"),
    (("--json", "nowhere/out.json"), "the folder 'nowhere' does not exist"),
    (("--folds", "{folder}/qrels.tsv"), "rule: TOML"),
    (("--against", "{folder}/qrels.tsv"), "qrels.tsv:1"),
    (("--confidence", "{folder}/queries.tsv"), "queries.tsv:1: confidence"),
    (("--against", "{folder}/foreign.trec"), "none of the 3 questions with gold"),
    (("--seen", "{folder}/queries.tsv"), "queries.tsv:1"),
]


@pytest.mark.parametrize(("options", "message"), REFUSED)
def test_what_cannot_be_shown_is_refused_by_name(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    _, queries, qrels = write_set(tmp_path)
    write_run(tmp_path / "run.trec", {"q1": ["a"]})
    write_run(tmp_path / "foreign.trec", {"z": ["a"]})
    asked = (option.format(folder=tmp_path) for option in options)
    told = call("score", "--run", tmp_path / "run.trec", "--queries", queries, "--qrels", qrels, *asked)
    assert told.exit_code == 2
    assert message in " ".join(told.output.split())
    assert read_run(tmp_path / "run.trec") == {"q1": ["a"]}


def test_a_foreign_run_is_refused(tmp_path: Path) -> None:
    _, queries, qrels = write_set(tmp_path)
    write_run(tmp_path / "foreign.trec", {"z": ["a"]})
    told = call("score", "--run", tmp_path / "foreign.trec", "--queries", queries, "--qrels", qrels)
    assert told.exit_code == 2
    assert "foreign.trec: has none of" in told.output


def test_the_command_starts_without_ir_measures() -> None:
    asked = "import sys, eval.cli; sys.exit(bool({'ir_measures', 'scipy', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
