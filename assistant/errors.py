"""What can go wrong inside `assistant`, drawn as a tree.

AssistantError                  anything below
├── BadTurn                     what came in breaks a rule; the message names the field and the rule
├── StoreUnavailable            the conversation store cannot be reached or written
├── GeneratorUnavailable        the configured language model cannot be loaded or reached
└── Unverified                  verification did not do its work; nothing may be shown
"""


class AssistantError(Exception):
    """Anything that `assistant` raises on purpose."""


class BadTurn(AssistantError, ValueError):
    """What came in breaks a rule; `place` names the field, the message the rule."""

    def __init__(self, place: str, rule: str) -> None:
        super().__init__(f"{place}: {rule}")
        self.place = place
        self.rule = rule


class StoreUnavailable(AssistantError):
    """The conversation store cannot be reached or written."""


class GeneratorUnavailable(AssistantError):
    """The configured language model cannot be loaded or reached."""


class Unverified(AssistantError):
    """Verification did not do its work: it gave no verdict on a sentence, or let a known lie through."""
