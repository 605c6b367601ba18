"""Quotations: verbatim, and whole sentences of the law, so that no condition or proviso is cut off."""

import re
from dataclasses import dataclass

_OPENING = {"“": "”", "「": "」", '"': '"'}
_STARTS_AFTER = frozenset("。；：\n")
_ENDS_BEFORE = frozenset("。；\n")
_PROVISO = re.compile(r"^[。；\n]?\s*(?:但是|但|除|不过|法律另有规定)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: [start, end) with the marks, and the words between them."""

    start: int
    end: int
    words: str


def quotes_in(text: str) -> list[Quoted] | None:
    """The outermost quotations of a text, in order; None where a mark is not closed."""
    found = []
    place = 0
    while place < len(text):
        if text[place] not in _OPENING:
            if text[place] in "”」":
                return None
            place += 1
            continue
        end = _closing(text, place)
        if end < 0:
            return None
        found.append(Quoted(place, end + 1, text[place + 1 : end]))
        place = end + 1
    return found


def _closing(text: str, start: int) -> int:
    """Where the mark at `start` is closed, counting marks of its own kind inside; -1 where it is not."""
    opening, closing = text[start], _OPENING[text[start]]
    if opening == closing:
        return text.find(closing, start + 1)
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == opening) - (text[place] == closing)
        if not depth:
            return place
    return -1


def stands_in(quote: str, law: str) -> bool:
    """Whether the quotation repeats whole sentences of the law's text, with the proviso that follows, if any does."""
    words = quote.strip()
    place = law.find(words) if words else -1
    while place >= 0:
        if _whole(law, place, place + len(words)):
            return True
        place = law.find(words, place + 1)
    return False


def _whole(law: str, start: int, end: int) -> bool:
    before = law[start - 1] if start else "\n"
    last = law[end - 1]
    after = law[end] if end < len(law) else "\n"
    if before not in _STARTS_AFTER or not (last in _ENDS_BEFORE or after in _ENDS_BEFORE):
        return False
    return not _PROVISO.match(law[end:])
