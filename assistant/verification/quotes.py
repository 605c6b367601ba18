"""Quotations in a text: where they begin and end, and the words between the marks."""

from dataclasses import dataclass

_OPENING = {"“": "”", "「": "」", '"': '"'}
_STRAY = "”」"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: [start, end) with the marks, and the words between them."""

    start: int
    end: int
    words: str


def quotes_in(text: str) -> list[Quoted] | None:
    """The outermost quotations of a text, in order; None where a mark is not closed, or closes nothing."""
    found = []
    place = 0
    while place < len(text):
        if text[place] not in _OPENING:
            if text[place] in _STRAY:
                return None
            place += 1
            continue
        end = _closing(text, place)
        if end < 0:
            return None
        found.append(Quoted(place, end + 1, text[place + 1 : end]))
        place = end + 1
    return found


def blanked(text: str, quotes: list[Quoted]) -> str:
    """The text with the words of every quotation replaced by as many signs that name no law."""
    for quote in quotes:
        text = text[: quote.start + 1] + "□" * (quote.end - quote.start - 2) + text[quote.end - 1 :]
    return text


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
