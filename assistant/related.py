"""大家这样问: questions of the bank on the articles that an answer cites, for whoever wants to ask on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise, zip_longest

from assistant.model import Answer, Handoff, Question, Urgency
from knowledge import ArticleRef, Holdings

SHOWN = 3
ARTICLES = 6
"""So many of the cited articles are looked at, in their order; what is cited late is seldom what was asked about."""

_LINE = re.compile(r"\S{1,40}")
"""What can be chosen from a list; a longer question is a story, and one with spaces the words for a search box."""

_ALIKE = 1 / 3
"""Likeness from which two questions ask the same: 离婚冷静期几天 and 离婚冷静期多久."""


@dataclass(frozen=True, slots=True)
class RelatedQuestions:
    """The stage, over what is held. The same answer to the same question always has the same ones."""

    holdings: Holdings

    def __call__(self, question: Question, answer: Answer, handoff: Handoff) -> tuple[str, ...]:
        """At most `SHOWN` questions, those nearest to the one asked first; none where somebody is in danger.

        None asks what was just asked, or what another of them does. Of equally near ones, an article's first comes
        before any article's second.
        """
        if handoff.urgency is Urgency.NOW:
            return ()
        refs = dict.fromkeys(citation.ref.whole_article for citation in answer.citations)
        lists = [self._about(ref, question.day) for ref in list(refs)[:ARTICLES]]
        texts = (text for text in chain.from_iterable(zip_longest(*lists)) if text and _LINE.fullmatch(text))
        return _nearest(question.plain, texts)

    def _about(self, ref: ArticleRef, day: date) -> tuple[str, ...]:
        """The questions on the article as it reads on the day."""
        version = self.holdings.library.resolve(ref, day).version
        return self.holdings.asked_about(ref, version.force) if version else ()


def _nearest(asked: str, texts: Iterable[str]) -> tuple[str, ...]:
    chosen: list[str] = []
    for text in sorted(texts, key=lambda text: -_likeness(asked, text)):
        if len(chosen) < SHOWN and all(_likeness(text, other) < _ALIKE for other in (asked, *chosen)):
            chosen.append(text)
    return tuple(chosen)


def _likeness(one: str, other: str) -> float:
    """The Jaccard coefficient of their pairs of characters, 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / max(1, len(first | second))


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(re.sub(r"\W", "", text)))
