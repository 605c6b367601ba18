"""A local language model run by transformers."""

import queue
import threading
import time
from collections.abc import Iterator
from typing import Any

from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable

_FAILURES = (OSError, ValueError, RuntimeError, KeyError, IndexError, TypeError, MemoryError)
"""What loading and generating raise for a model that is damaged, of an unknown kind, or too large."""


class TransformersGenerator:
    """The Generator port over a causal model with a chat template. Needs the extra `neural`; loaded on first use."""

    def __init__(self, model: str, seconds: float, tokens: int) -> None:
        """`model` is a folder, or a name that is in the local cache; `seconds` the time allowed for an answer."""
        self._name = model
        self._seconds = seconds
        self._tokens = tokens
        self._loaded: tuple[Any, Any] | None = None
        self._one_at_a_time = threading.Lock()

    def warm_up(self) -> None:
        """Load the model now. GeneratorUnavailable where it cannot be loaded."""
        with self._one_at_a_time:
            self._load()

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The answer's pieces, as they are generated; a reader that stops reading stops the model.

        GeneratorUnavailable where the model cannot be loaded, is busy or slow beyond the time allowed, or fails.
        """
        deadline = time.monotonic() + self._seconds
        if not self._one_at_a_time.acquire(timeout=self._seconds):
            raise GeneratorUnavailable(f"the model {self._name!r} was busy for {self._seconds:g} seconds")
        try:
            tokenizer, model = self._load()
            yield from _Run(tokenizer, model, self._inputs(tokenizer, model, prompt), self._tokens, deadline).pieces()
        finally:
            self._one_at_a_time.release()

    def _load(self) -> tuple[Any, Any]:
        if self._loaded is None:
            transformers = _library()
            try:
                # Never from the network: a citizen would wait for gigabytes.
                tokenizer = transformers.AutoTokenizer.from_pretrained(self._name, local_files_only=True)
                model = transformers.AutoModelForCausalLM.from_pretrained(self._name, local_files_only=True)
            except _FAILURES as error:
                raise GeneratorUnavailable(f"the model {self._name!r} cannot be loaded: {error}") from error
            self._loaded = (tokenizer, model.eval())
        return self._loaded

    def _inputs(self, tokenizer: Any, model: Any, prompt: Prompt) -> Any:
        """The prompt in tokens; refused where it leaves no room for the answer."""
        messages = [{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.material}]
        try:
            inputs = tokenizer.apply_chat_template(
                messages, add_generation_prompt=True, return_tensors="pt", return_dict=True
            )
        except _FAILURES as error:
            raise GeneratorUnavailable(f"the model {self._name!r} has no usable chat template: {error}") from error
        room = getattr(model.config, "max_position_embeddings", None)
        size = inputs["input_ids"].shape[1]
        if room is not None and size + self._tokens > room:
            raise GeneratorUnavailable(f"prompt of {size} and answer of {self._tokens} tokens (rule: at most {room})")
        return inputs


class _Run:
    """One generation on its own thread, read through a streamer."""

    def __init__(self, tokenizer: Any, model: Any, inputs: Any, tokens: int, deadline: float) -> None:
        transformers = _library()
        self._stop = threading.Event()
        self._deadline = deadline
        self._failure: BaseException | None = None
        self._streamer = transformers.TextIteratorStreamer(
            tokenizer, skip_prompt=True, skip_special_tokens=True, timeout=max(0.001, deadline - time.monotonic())
        )
        stopping = transformers.StoppingCriteriaList([_Stops(self._stop, deadline)])
        self._options = dict(
            inputs, streamer=self._streamer, max_new_tokens=tokens, do_sample=False, stopping_criteria=stopping
        )
        self._model = model

    def pieces(self) -> Iterator[str]:
        """The pieces. The thread has ended when this has, so that the next answer does not meet it."""
        thread = threading.Thread(target=self._generate, daemon=True, name="language-model")
        thread.start()
        try:
            yield from self._streamer
        except queue.Empty:
            raise GeneratorUnavailable("the language model took longer than it may") from None
        finally:
            self._stop.set()
            thread.join()
        if isinstance(self._failure, _FAILURES):
            raise GeneratorUnavailable(f"the language model failed: {self._failure}") from self._failure
        if self._failure:
            raise self._failure
        if time.monotonic() > self._deadline:
            raise GeneratorUnavailable("the language model took longer than it may")

    def _generate(self) -> None:
        try:
            self._model.generate(**self._options)
        except BaseException as error:  # noqa: BLE001  (told, or raised again, where the pieces are read)
            self._failure = error
        finally:
            self._streamer.end()


class _Stops:
    """Stops a generation when nobody reads it any more, or when its time is over."""

    def __init__(self, stop: threading.Event, deadline: float) -> None:
        self._stop = stop
        self._deadline = deadline

    def __call__(self, ids: Any, _scores: Any, **_: Any) -> Any:
        """One flag a row."""
        import torch

        over = self._stop.is_set() or time.monotonic() > self._deadline
        return torch.full((ids.shape[0],), over, dtype=torch.bool, device=ids.device)


def _library() -> Any:
    try:
        import torch  # noqa: F401  (without torch, transformers imports but loads no model)
        import transformers
    except ImportError as error:
        raise GeneratorUnavailable("the extra `neural` is not installed: pip install 'lawline[neural]'") from error
    return transformers
