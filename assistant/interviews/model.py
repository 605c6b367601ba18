"""A guided interview as data, and one that is under way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.facts.model import Fact, Value
from assistant.interviews.condition import ALWAYS, Condition
from assistant.model import Urgency
from knowledge import ArticleRef, Statement


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a fact unasked. `value` is what they tell; None where the group `value` is to be read."""

    pattern: re.Pattern[str]
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """How an interview asks for a fact: when (on facts asked before), and by which words it is told unasked.

    A DATE may lie after today only where `future`, and not before the fact `after`.
    """

    fact: Fact
    when: Condition = ALWAYS
    cues: tuple[Cue, ...] = ()
    future: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """The desk that takes over, how soon, why, and the numbers to call."""

    desk: str
    urgency: Urgency
    reason: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said where `when` holds. `otherwise`: where no outcome before it did. Several outcomes may hold."""

    id: str
    when: Condition = ALWAYS
    otherwise: bool = False
    conclusion: tuple[Statement, ...] = ()
    steps: tuple[Statement, ...] = ()
    evidence: tuple[Statement, ...] = ()
    deadlines: tuple[Statement, ...] = ()
    changes: tuple[Statement, ...] = ()
    offices: tuple[str, ...] = ()
    handover: Handover | None = None
    documents: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in reading order."""
        return self.conclusion + self.changes + self.steps + self.deadlines + self.evidence


@dataclass(frozen=True, slots=True)
class Sum:
    """A calculator that the interview runs: `takes` maps its facts to facts of the interview, `given` to fixed values.

    `label` stands before its results; `deadline` marks results that are last days.
    """

    calculator: str
    label: str
    when: Condition = ALWAYS
    takes: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Value] = field(default_factory=dict)
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview of a matter: the facts in the order in which a good lawyer asks (see `docs/interviews.md`)."""

    id: str
    title: str
    matter: str
    asks: tuple[Ask, ...]
    outcomes: tuple[Outcome, ...]
    start: tuple[str, ...] = ()
    also_for: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()
    documents: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    checked: date = date.min
    corpus: date = date.min

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, in the order in which they are asked."""
        return tuple(ask.fact for ask in self.asks)

    @property
    def refs(self) -> tuple[ArticleRef, ...]:
        """Every article that an outcome rests on, in order of first use."""
        said = (statement for outcome in self.outcomes for statement in outcome.statements)
        return tuple(dict.fromkeys(ref for statement in said for ref in statement.law))

    def ask(self, fact: str) -> Ask:
        """How the fact is asked. KeyError where the interview has none of this id."""
        for ask in self.asks:
            if ask.fact.id == fact:
                return ask
        raise KeyError(fact)
