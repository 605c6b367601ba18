"""A local language model run by transformers."""

import threading
import time
from collections.abc import Iterator
from typing import Any

from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable


class TransformersGenerator:
    """The Generator port over a causal model with a chat template. Needs the extra `neural`; loaded on first use."""

    def __init__(self, model: str, seconds: float, tokens: int) -> None:
        """`model` is a folder or a name; `seconds` the time allowed for the whole answer."""
        self._name = model
        self._seconds = seconds
        self._tokens = tokens
        self._loaded: tuple[Any, Any] | None = None
        self._one_at_a_time = threading.Lock()

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The answer's pieces, as they are generated; a reader that stops reading stops the model.

        GeneratorUnavailable where the model cannot be loaded or fails while it writes.
        """
        transformers = _library()
        with self._one_at_a_time:
            tokenizer, model = self._load(transformers)
            streamer = transformers.TextIteratorStreamer(
                tokenizer, skip_prompt=True, skip_special_tokens=True, timeout=self._seconds
            )
            run = _Run(transformers, model, streamer, self._inputs(tokenizer, prompt), self._tokens, self._seconds)
            yield from run.pieces()

    def _inputs(self, tokenizer: Any, prompt: Prompt) -> Any:
        messages = [{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.material}]
        return tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )

    def _load(self, transformers: Any) -> tuple[Any, Any]:
        if self._loaded is None:
            try:
                tokenizer = transformers.AutoTokenizer.from_pretrained(self._name)
                model = transformers.AutoModelForCausalLM.from_pretrained(self._name)
            except (OSError, ValueError) as error:
                raise GeneratorUnavailable(f"the model {self._name!r} cannot be loaded: {error}") from error
            self._loaded = (tokenizer, model.eval())
        return self._loaded


class _Run:
    """One generation on its own thread, read through a streamer."""

    def __init__(
        self, transformers: Any, model: Any, streamer: Any, inputs: Any, tokens: int, seconds: float
    ) -> None:
        self._streamer = streamer
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        deadline = time.monotonic() + seconds
        stopping = transformers.StoppingCriteriaList([_Stops(self._stop, deadline)])
        self._options = dict(
            inputs, streamer=streamer, max_new_tokens=tokens, do_sample=False, stopping_criteria=stopping
        )
        self._model = model

    def pieces(self) -> Iterator[str]:
        thread = threading.Thread(target=self._generate, daemon=True)
        thread.start()
        try:
            yield from self._streamer
        finally:
            self._stop.set()
            thread.join()
        if self._failure:
            raise GeneratorUnavailable(f"the language model failed: {self._failure}") from self._failure

    def _generate(self) -> None:
        try:
            self._model.generate(**self._options)
        except (RuntimeError, ValueError, MemoryError, IndexError) as error:
            self._failure = error
        finally:
            self._streamer.end()


class _Stops:
    """Stops a generation when nobody reads it any more, or when its time is over."""

    def __init__(self, stop: threading.Event, deadline: float) -> None:
        self._stop = stop
        self._deadline = deadline

    def __call__(self, ids: Any, _scores: Any, **_: Any) -> Any:
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
