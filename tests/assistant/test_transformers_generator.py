"""The adapter for local models, on a small real one."""

import gc
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.adapters.transformers_generator import TransformersGenerator
from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable

PROMPT = Prompt("照抄法律。", "中华人民共和国民法典第一条")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(GeneratorUnavailable, match=r"lawline\[neural\]"):
        list(TransformersGenerator("any", 1.0, 8).write(PROMPT))


@pytest.fixture(scope="module")
def folder(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the model that does not end its turn at once: without the end of turn it goes on with statute text."""
    pytest.importorskip("torch", reason="the extra `neural` is not installed")
    pytest.importorskip("transformers", reason="the extra `neural` is not installed")
    return models / "tiny-statute-lm"


@pytest.fixture(scope="module")
def talkative(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model with a template that leaves the text open, so that it goes on writing statute text."""
    copy = tmp_path_factory.mktemp("models") / "talkative"
    shutil.copytree(folder, copy)
    (copy / "chat_template.jinja").chmod(0o644)
    (copy / "chat_template.jinja").write_text(
        "{% for message in messages %}{{ message['content'] }}{% endfor %}", "utf-8"
    )
    return copy


def test_it_writes_in_pieces_and_no_more_than_it_may(talkative: Path) -> None:
    pieces = list(TransformersGenerator(str(talkative), 60.0, 24).write(PROMPT))
    assert len("".join(pieces)) > 10
    assert len(pieces) > 1


def test_it_is_loaded_once_and_answers_again(talkative: Path) -> None:
    model = TransformersGenerator(str(talkative), 60.0, 8)
    model.warm_up()
    assert "".join(model.write(PROMPT)) == "".join(model.write(PROMPT))


def test_a_reader_that_stops_stops_the_model(talkative: Path) -> None:
    model = TransformersGenerator(str(talkative), 60.0, 1500)
    pieces = model.write(PROMPT)
    next(pieces)
    started = time.monotonic()
    pieces.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5
    assert not [thread for thread in threading.enumerate() if thread.name == "language-model"]
    assert next(model.write(PROMPT)) is not None
    gc.collect()


def test_time_that_is_over_makes_it_unavailable(talkative: Path) -> None:
    model = TransformersGenerator(str(talkative), 0.01, 1500)
    model.warm_up()
    with pytest.raises(GeneratorUnavailable, match="longer than it may"):
        list(model.write(PROMPT))


def test_a_second_reader_waits_no_longer_than_the_time_allowed(talkative: Path) -> None:
    model = TransformersGenerator(str(talkative), 0.2, 8)
    with model._one_at_a_time, pytest.raises(GeneratorUnavailable, match="busy"):
        next(model.write(PROMPT))


def test_a_prompt_that_leaves_no_room_is_refused_with_the_sizes(talkative: Path) -> None:
    with pytest.raises(GeneratorUnavailable, match="at most 2048"):
        list(TransformersGenerator(str(talkative), 60.0, 64).write(Prompt("", "民法典" * 2000)))


@pytest.mark.parametrize("name", ["no-such-model-anywhere", "empty"])
def test_a_model_that_is_not_there_is_unavailable_and_named(name: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    path = str(tmp_path / name) if name == "empty" else name
    with pytest.raises(GeneratorUnavailable, match=name):
        list(TransformersGenerator(path, 5.0, 8).write(PROMPT))
