"""An interview that is under way: its next question, what was told, and what a turn did to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.facts.model import Value


@dataclass(frozen=True, slots=True)
class Understood:
    """A fact as it was understood, in words that the person can correct (「入职时间：2021年3月1日」)."""

    id: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that a channel can show as a button."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """The next question of a running interview, as channels render it.

    `id` is the fact's, `kind` a `facts.model.Kind`; `skippable` whether 「不知道」 is an answer; `done` of `total`
    facts are known of those that this interview asks for on the path taken.
    """

    interview: str
    id: str
    question: str
    why: str
    kind: str
    choices: tuple[Option, ...] = ()
    unit: str = ""
    skippable: bool = False
    understood: tuple[Understood, ...] = ()
    done: int = 0
    total: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """An interview that is under way: its id, the facts told, those skipped, and the fact last asked for.

    `trail` are the ids of what was told or skipped, in that order; `over` whether the outcome was given: facts may
    still be corrected then, and the outcome is given again.
    """

    interview: str
    facts: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    asked: str = ""
    trail: tuple[str, ...] = ()
    over: bool = False


class Move(StrEnum):
    """What a turn did to the interview."""

    ASIDE = "aside"  # nothing: the turn is a question of its own, the interview waits
    BEGUN = "begun"
    TOLD = "told"  # one fact or more was told
    CHANGED = "changed"  # one fact or more was corrected
    SKIPPED = "skipped"
    NEEDED = "needed"  # 「不知道」 to a fact that cannot be skipped
    REFUSED = "refused"  # a value that breaks the rule of its fact
    UNREAD = "unread"  # nothing could be understood
    WHY = "why"
    BACK = "back"  # the last answer is taken back, or one is to be told again
    STOPPED = "stopped"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Heard:
    """How a turn was taken in: the move, the facts told by it, in words; `rule` says what was refused, and why.

    `after_a_break` is set where the interview goes on after a day or more.
    """

    move: Move
    told: tuple[Understood, ...] = ()
    rule: str = ""
    after_a_break: bool = False
