"""A language model behind any OpenAI-compatible server."""

from collections.abc import Iterator
from typing import Any

from assistant.composition.generator import Prompt
from assistant.errors import GeneratorUnavailable


class OpenAiGenerator:
    """The Generator port over `/chat/completions`, streamed. Needs the extra `openai`; loaded on first use."""

    def __init__(self, url: str, key: str, model: str, seconds: float, tokens: int) -> None:
        """`url` is the server's base URL (…/v1), `seconds` the time allowed for the whole answer."""
        self._options = {"base_url": url, "api_key": key or "none", "timeout": seconds, "max_retries": 0}
        self._model = model
        self._tokens = tokens
        self._client: Any = None

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The answer's pieces. GeneratorUnavailable where the server cannot be reached or answers with an error."""
        openai = _library()
        try:
            self._client = self._client or openai.OpenAI(**self._options)
            stream = self._client.chat.completions.create(
                model=self._model,
                messages=[{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.material}],
                max_tokens=self._tokens,
                temperature=0,
                stream=True,
            )
            for chunk in stream:
                for choice in chunk.choices:
                    if choice.delta.content:
                        yield choice.delta.content
        except openai.OpenAIError as error:
            raise GeneratorUnavailable(f"the language model's server failed: {type(error).__name__}") from error


def _library() -> Any:
    try:
        import openai
    except ImportError as error:
        raise GeneratorUnavailable("the extra `openai` is not installed: pip install 'lawline[openai]'") from error
    return openai
