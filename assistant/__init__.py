"""The assistant: one straight line from a turn to a reply. This is its front door."""

from assistant.errors import AssistantError, BadTurn, GeneratorUnavailable, StoreUnavailable, Unverified
from assistant.model import Reply, Sentence, Turn
from assistant.pipeline import Assistant
from assistant.wire import reply_json, sentence_json

__all__ = [
    "Assistant",
    "AssistantError",
    "BadTurn",
    "GeneratorUnavailable",
    "Reply",
    "Sentence",
    "StoreUnavailable",
    "Turn",
    "Unverified",
    "reply_json",
    "sentence_json",
]
