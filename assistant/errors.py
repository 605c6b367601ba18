"""What can go wrong inside `assistant`, drawn as a tree.

AssistantError                  anything below
├── BadTurn                     what came in breaks a rule; the message names the field and the rule
├── BadFact                     a value breaks the rule of its fact; the message names the fact and the rule
├── BadRules                    a file of rules, interviews or documents breaks its schema: file, entry and rule
├── PaperUnavailable            a document cannot be made a file: a package or a Chinese font is missing
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


class BadFact(AssistantError, ValueError):
    """A value breaks the rule of its fact; `rule` is a plain Chinese sentence that may be shown."""

    def __init__(self, fact: str, value: object, rule: str) -> None:
        super().__init__(f"{fact}: {value!r}: {rule}")
        self.fact = fact
        self.rule = rule


class BadRules(AssistantError, ValueError):
    """A file of rules, interviews or documents breaks its schema; the message names file, entry and rule."""


class PaperUnavailable(AssistantError):
    """A document cannot be made a file: a package or a font with Chinese characters is missing: it says which."""


class StoreUnavailable(AssistantError):
    """The conversation store cannot be reached or written."""


class GeneratorUnavailable(AssistantError):
    """The configured language model cannot be loaded or reached."""


class Unverified(AssistantError):
    """Verification did not do its work: it gave no verdict on a sentence, or let a known lie through."""
