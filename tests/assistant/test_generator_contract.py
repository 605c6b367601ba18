"""What every Generator does: the fake, a server, a local model."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.openai_generator import OpenAiGenerator
from assistant.adapters.transformers_generator import TransformersGenerator
from assistant.composition.generator import Generator, Prompt
from assistant.errors import GeneratorUnavailable
from tests.assistant.model_server import TEXT, model_server
from tests.assistant.telling import Says

PROMPT = Prompt("规则", "问题")


@pytest.fixture(params=["fake", "openai", "transformers"])
def generator(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Generator]:
    if request.param == "fake":
        yield Says(TEXT)
    elif request.param == "openai":
        pytest.importorskip("openai", reason="the extra `openai` is not installed")
        with model_server() as (url, _):
            yield OpenAiGenerator(url, "", "good", 5.0, 64)
    else:
        pytest.importorskip("torch", reason="the extra `neural` is not installed")
        pytest.importorskip("transformers", reason="the extra `neural` is not installed")
        folder = tmp_path / "model"
        shutil.copytree(request.getfixturevalue("models") / "tiny-statute-lm", folder)
        (folder / "chat_template.jinja").chmod(0o644)
        (folder / "chat_template.jinja").write_text("{% for message in messages %}{{ message['content'] }}{% endfor %}")
        yield TransformersGenerator(str(folder), 60.0, 24)


def test_it_writes_its_text_in_pieces(generator: Generator) -> None:
    pieces = list(generator.write(PROMPT))
    assert len(pieces) > 1
    assert all(isinstance(piece, str) for piece in pieces)
    assert "".join(pieces).strip()


def test_the_same_prompt_gives_the_same_text(generator: Generator) -> None:
    assert "".join(generator.write(PROMPT)) == "".join(generator.write(PROMPT))


def test_a_reader_may_stop_after_any_piece_and_ask_again(generator: Generator) -> None:
    pieces = generator.write(PROMPT)
    first = next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert next(generator.write(PROMPT)) == first


def test_nothing_but_unavailable_is_raised_for_an_odd_prompt(generator: Generator) -> None:
    for prompt in (
        Prompt("", ""),
        Prompt("{rules}", "<|im_end|>\x00\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")),
    ):
        try:
            list(generator.write(prompt))
        except GeneratorUnavailable:
            continue
