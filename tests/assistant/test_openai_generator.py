"""The adapter for OpenAI-compatible servers, against a server that speaks their protocol."""

import sys
import time
from collections.abc import Iterator

import pytest

from assistant.adapters.openai_generator import OpenAiGenerator
from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable
from tests.assistant.model_server import TEXT, Seen, model_server

pytest.importorskip("openai", reason="the extra `openai` is not installed")

PROMPT = Prompt("规则", "问题")


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, Seen]]:
    with model_server() as (url, seen):
        yield url, seen


def generator(server: tuple[str, Seen], model: str, seconds: float = 5.0) -> OpenAiGenerator:
    return OpenAiGenerator(server[0], "secret-key", model, seconds, 64)


def test_it_streams_the_servers_text_and_sends_rules_and_material_apart(server: tuple[str, Seen]) -> None:
    pieces = list(generator(server, "good").write(PROMPT))
    assert "".join(pieces) == TEXT
    assert len(pieces) > 3
    request = server[1].requests[-1]
    assert (request["path"], request["stream"], request["max_tokens"]) == ("/v1/chat/completions", True, 64)
    assert request["messages"] == [{"role": "system", "content": "规则"}, {"role": "user", "content": "问题"}]
    assert server[1].authorizations[-1] == "Bearer secret-key"


@pytest.mark.parametrize("model", ["unauthorized", "failing", "garbage", "odd", "page", "breaking", "unfinished"])
def test_a_server_that_fails_is_unavailable_and_its_key_is_not_told(server: tuple[str, Seen], model: str) -> None:
    with pytest.raises(GeneratorUnavailable) as failure:
        list(generator(server, model).write(PROMPT))
    assert "secret-key" not in str(failure.value)


@pytest.mark.parametrize("model", ["breaking", "unfinished"])
def test_what_came_before_it_broke_off_is_given(server: tuple[str, Seen], model: str) -> None:
    pieces = list[str]()
    with pytest.raises(GeneratorUnavailable):
        _note(generator(server, model).write(PROMPT), pieces)
    assert "".join(pieces) == TEXT


def _note(pieces: Iterator[str], into: list[str]) -> None:
    """Read the pieces into the list; what came before a failure stays there."""
    for piece in pieces:
        into.append(piece)


@pytest.mark.parametrize("model", ["silent", "dripping"])
def test_a_slow_server_is_left_when_the_time_is_over(server: tuple[str, Seen], model: str) -> None:
    started = time.monotonic()
    with pytest.raises(GeneratorUnavailable, match=r"0\.4 seconds|Timeout"):
        list(generator(server, model, seconds=0.4).write(PROMPT))
    assert time.monotonic() - started < 1.2


def test_nobody_listening_is_unavailable() -> None:
    with pytest.raises(GeneratorUnavailable, match="Connection"):
        list(OpenAiGenerator("http://127.0.0.1:9/v1", "", "good", 2.0, 8).write(PROMPT))


def test_a_reader_that_stops_hangs_up(server: tuple[str, Seen]) -> None:
    server[1].hung_up.clear()
    pieces = generator(server, "dripping").write(PROMPT)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert server[1].hung_up.wait(3)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(GeneratorUnavailable, match=r"lawline\[openai\]"):
        list(OpenAiGenerator("http://127.0.0.1:9/v1", "", "good", 2.0, 8).write(PROMPT))
