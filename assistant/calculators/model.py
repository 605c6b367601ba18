"""A calculator and its working."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.facts.model import Fact, Facts


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a working.

    `id` names a result for those who read it by machine (`compensation`), and is empty on other lines.
    `label` says what is reckoned (「经济补偿」), `sum` how, with the person's own figures (「8000元 × 3.5个月」).
    `value` is the line's result: yuan, a day, or None for a line that only states a rule. `cites` are the articles of
    this step (「劳动合同法第四十七条第一款」); `source` names a figure's origin where it is no article.
    """

    label: str
    sum: str
    value: Decimal | date | None = None
    cites: tuple[str, ...] = ()
    source: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """What a calculator found: its result lines, what they rest on, and what they leave open.

    `results` are the lines that answer (one or several: a sum, two last days); `lines` all lines in order, `results`
    among them; `notes` plain sentences on what is uncertain or may change the result (a rounding, a cautious day).
    """

    results: tuple[Line, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanting:
    """The calculator needs facts that are not there, or a figure that no table holds: which, and why it asks."""

    facts: tuple[Fact, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """A calculator: `compute` is pure; it gets checked values of `facts` (see `facts.check`) and invents none.

    `matters` are the two-level ids (`labour.dismissal`) of the questions to which it is offered.
    """

    id: str
    name: str
    about: str
    matters: tuple[str, ...]
    facts: tuple[Fact, ...]
    compute: Callable[[Facts], Working | Wanting]
