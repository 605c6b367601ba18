"""`lawline chat`: a conversation line by line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from channels.cli.main import main
from knowledge.bootstrap import settings


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("LAWLINE_DATA", str(tmp_path))
    settings.cache_clear()

    def chat(*options: str, said: str = "") -> Result:
        return CliRunner().invoke(main, ["chat", *options], input=said)

    yield chat
    settings.cache_clear()


def test_the_interviews_are_listed(run) -> None:  # type: ignore[no-untyped-def]
    assert "unpaid-wages\t讨要拖欠的工资" in run("--list").output


def test_an_interview_asks_and_shows_what_it_understood(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("--start", "unpaid-wages", said="公司\n一万九千五\n\n")
    assert shown.exit_code == 0, shown.output
    assert "1. 公司、工厂、店铺等单位" in shown.output
    assert "- 欠的数额：19500元" in shown.output


def test_an_unknown_interview_is_a_usage_error(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("--start", "moon")
    assert shown.exit_code == 2
    assert "moon" in shown.output
