"""A language model behind any OpenAI-compatible server."""

from collections.abc import Iterator
from typing import Any

import httpx

from assistant.composition.deadline import within
from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable


class OpenAiGenerator:
    """The Generator port over `/chat/completions`, streamed. Needs the extra `openai`; loaded on first use."""

    def __init__(self, url: str, key: str, model: str, seconds: float, tokens: int) -> None:
        """`url` is the server's base URL (…/v1), `seconds` the time allowed for the whole answer."""
        self._options = {"base_url": url, "api_key": key or "none", "timeout": seconds, "max_retries": 0}
        self._model = model
        self._seconds = seconds
        self._tokens = tokens
        self._client: Any = None

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The answer's pieces, within the time allowed.

        GeneratorUnavailable where the server cannot be reached, sends an error or nonsense, is slow, or breaks off.
        """
        return within(self._seconds, lambda: self._pieces(prompt))

    def _pieces(self, prompt: Prompt) -> Iterator[str]:
        openai = _library()
        try:
            self._client = self._client or openai.OpenAI(**self._options)
            with self._client.chat.completions.create(**self._request(prompt)) as stream:
                yield from _contents(stream)
        except (openai.OpenAIError, httpx.HTTPError, ValueError) as error:
            # While it streams, the library lets transport and decoding errors through as they are.
            raise GeneratorUnavailable(f"the language model's server failed: {type(error).__name__}") from error

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        return {
            "model": self._model,
            "messages": [{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.material}],
            "max_tokens": self._tokens,
            "temperature": 0,
            "stream": True,
        }


def _contents(stream: Any) -> Iterator[str]:
    """The texts of the first choice; ValueError where a chunk is none, or the stream ends before the model did."""
    finished = False
    for chunk in stream:
        choices = getattr(chunk, "choices", None)
        if choices is None:
            raise ValueError("a chunk without choices (rule: chat.completion.chunk)")
        for choice in choices[:1]:
            content = getattr(choice.delta, "content", None)
            finished = finished or bool(choice.finish_reason)
            if isinstance(content, str) and content:
                yield content
    if not finished:
        raise ValueError("the stream ended without finish_reason (rule: the last chunk bears one)")


def _library() -> Any:
    try:
        import openai
    except ImportError as error:
        raise GeneratorUnavailable("the extra `openai` is not installed: pip install 'lawline[openai]'") from error
    return openai
