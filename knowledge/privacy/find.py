"""All personal data of a text: every recogniser, and the better proved finding where two overlap."""

import re
from collections.abc import Iterable

from knowledge.privacy.addresses import addresses
from knowledge.privacy.births import births
from knowledge.privacy.cards import cards
from knowledge.privacy.companies import credit_codes
from knowledge.privacy.documents import documents
from knowledge.privacy.heard import Heard, dictated, heard_in
from knowledge.privacy.model import PersonalSpan
from knowledge.privacy.names import names
from knowledge.privacy.online import online
from knowledge.privacy.phones import phones
from knowledge.privacy.plates import plates

_DICTATED = (documents, phones, cards)
"""What is read out digit by digit, too."""
_NUMBERS = (*_DICTATED, credit_codes, plates, online, births, addresses)
_DIGIT_OR_SIGN = re.compile(r"[0-9@A-Za-z０-９〇零一二三四五六七八九十百幺]")
_QUOTED = re.compile(r"《[^》]{0,60}》|〔[^〔〕]{1,8}〕")
"""Titles and marks: nothing in them is personal."""


def find(text: str) -> tuple[PersonalSpan, ...]:
    """The personal data of the text, in order, none overlapping."""
    heard = heard_in(text)
    found = _numbers(heard) if _DIGIT_OR_SIGN.search(text) else []
    found = _apart([*found, *names(heard, found)])
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    kept = (span for span in found if not any(span.start < end and begin < span.end for begin, end in quoted))
    return tuple(sorted(kept))


def _numbers(heard: Heard) -> list[PersonalSpan]:
    """Everything but names. Spoken digits are read only where no written ones are: 「6470944一直」."""
    found = _apart(span for recognise in _NUMBERS for span in recognise(heard))
    spoken = dictated(heard)
    if spoken is None:
        return found
    said = _apart(span for recognise in _DICTATED for span in recognise(spoken))
    return [*found, *(span for span in said if all(span.end <= one.start or one.end <= span.start for one in found))]


def _apart(found: Iterable[PersonalSpan]) -> list[PersonalSpan]:
    """Of findings that overlap the better proved one, then the longer one."""
    kept: list[PersonalSpan] = []
    for span in sorted(found, key=lambda one: (one.proof, one.start - one.end, one.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept
