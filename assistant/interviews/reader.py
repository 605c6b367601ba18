"""What a free-word answer tells for a fact."""

from datetime import date
from typing import Protocol

from assistant.facts.model import Fact, Value


class Reader(Protocol):
    """Reads values out of what people say."""

    def __call__(self, fact: Fact, text: str, today: date) -> Value | None:
        """The value that the text gives for the fact; None where it is not sure."""
