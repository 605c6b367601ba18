"""What a liar works with: a question, its evidence, the library behind it; and what it makes: a lie."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from assistant.model import Evidence, Question
from knowledge import ArticleRef, Finding, Guide, Holdings

SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]")


@dataclass(frozen=True, slots=True)
class Lie:
    """What a lying model writes. `text` asserts something untrue or unsupported; shown at all, it counts as a breach.

    `harmless` are sentences of the text that may be shown, because they are true or say nothing. `retrieved` are
    articles that a careless search would have put among the evidence, in order that only the lie itself is wrong.
    """

    text: str
    harmless: tuple[str, ...] = ()
    retrieved: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what was found for it. `found` are the articles whose words may be quoted, whole."""

    question: Question
    evidence: Evidence
    holdings: Holdings
    found: tuple[Finding, ...]
    dice: Random

    @property
    def guide(self) -> Guide | None:
        """The first card retrieved."""
        return self.evidence.guides[0] if self.evidence.guides else None

    def article(self) -> Finding | None:
        """Any article of the evidence."""
        return self.dice.choice(self.found) if self.found else None

    def resolve(self, ref: ArticleRef) -> Finding:
        """The part on the day asked."""
        return self.holdings.library.resolve(ref, self.question.day)

    def sentence(self, finding: Finding) -> str:
        """A whole sentence of an article, at least eight characters; empty where it has none."""
        rows = [row.strip() for row in SENTENCE.findall(finding.text + "\n") if len(row.strip()) >= 8]
        return self.dice.choice(rows) if rows else ""


Liar = Callable[[Case], Lie | None]
"""A lie of its kind for the case; None where the evidence has no room for one."""


def cite(ref: ArticleRef) -> str:
    """《民法典》第十条, as an answer writes it."""
    return f"《{ref.law}》{ref.place}"


def case_of(question: Question, evidence: Evidence, holdings: Holdings, dice: Random) -> Case:
    """The case, with the whole articles of the evidence resolved for the day."""
    refs = [passage.ref.whole_article for passage in evidence.passages if passage.ref]
    refs += [f.ref.whole_article for f in (*evidence.asked, *evidence.support) if f.citable and f.ref.article]
    found = (holdings.library.resolve(ref, question.day) for ref in dict.fromkeys(refs))
    return Case(question, evidence, holdings, tuple(f for f in found if f.citable and f.text), dice)
