import ast
from pathlib import Path

import pytest

from benchmarks.all import SHORT
from benchmarks.running import Measurement, bench_folder
from benchmarks.serving import HOUSE
from benchmarks.soak import LONG

BENCH = Path("/bench")


@pytest.mark.parametrize("one", [*SHORT, *LONG], ids=lambda one: one.name)
def test_every_measurement_is_a_module_that_takes_a_file_for_its_figures(one: Measurement) -> None:
    source = (HOUSE / "benchmarks" / f"{one.name}.py").read_text("utf-8")
    ast.parse(source)
    assert '"--json"' in source


COMMANDS = [
    (Measurement("answers"), BENCH, ["--questions", "/bench/stard-train/queries.tsv"]),
    (Measurement("answers"), None, []),
    (Measurement("retrieval", ("{bench}",), without_bench=None), BENCH, ["/bench"]),
]


@pytest.mark.parametrize(("one", "bench", "arguments"), COMMANDS)
def test_the_bench_folder_stands_in_the_arguments(one: Measurement, bench: Path | None, arguments: list[str]) -> None:
    command = one.command(bench)
    assert command is not None
    assert command[1:] == ["-m", f"benchmarks.{one.name}", *arguments]


def test_what_needs_the_bench_folder_is_not_run_without_it() -> None:
    assert Measurement("retrieval", ("{bench}",), without_bench=None).command(None) is None


def test_a_bench_folder_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAWLINE_BENCH", str(tmp_path / "nowhere"))
    with pytest.raises(NotADirectoryError, match="stard-train and statutes-2023"):
        bench_folder()
    monkeypatch.delenv("LAWLINE_BENCH")
    assert bench_folder() is None
