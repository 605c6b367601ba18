"""A real server on starter knowledge: started, asked, killed."""

from pathlib import Path

import pytest

from benchmarks.processes import peak, processor_seconds, resident
from benchmarks.serving import ServerFailed, distinct, serving

QUESTION = "公司拖欠三个月工资，我该怎么办？"


def test_a_server_answers_and_shows_its_memory_and_processor_time(tmp_path: Path) -> None:
    with serving(tmp_path / "store.sqlite3", tmp_path / "log", tmp_path / "data") as server:
        answer = server.first_answer(QUESTION)
        assert (answer.status, answer.reply["degraded"]) == (200, True)
        client = server.client()
        again = client.ask(QUESTION, answer.reply["conversation"])
        client.close()
        assert again.reply["conversation"] == answer.reply["conversation"]
        assert 20 < resident(server.pid) <= peak(server.pid)
        assert processor_seconds(server.pid) > 0
    assert server.process.poll() is not None


def test_a_server_that_cannot_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    nowhere = tmp_path / "no folder" / "store.sqlite3"
    with (
        pytest.raises(ServerFailed, match=r"exit code \d(.|\n)*store"),
        serving(nowhere, tmp_path / "log", tmp_path / "data") as server,
    ):
        server.first_answer(QUESTION)


def test_too_few_distinct_questions_are_refused() -> None:
    assert distinct(["a", "a", "b"], 2) == ["a", "b"]
    with pytest.raises(ValueError, match="2 distinct questions"):
        distinct(["a", "a", "b"], 3)
