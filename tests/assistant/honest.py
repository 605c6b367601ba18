"""An honest generator: greets, quotes whole sentences, paragraphs and items of what was found, repeats the card, parts.

Its words and frames (data/honest_*.txt) were written apart from what verification accepts, to measure what it drops.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from knowledge import Finding
from tests.assistant.lies.case import Case, cite

_DATA = Path(__file__).parent / "data"
_TAKES_BACK = re.compile(r"但|除|不过|[^。]*(?:另有规定|另有约定|除外)")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a data file, without its comments."""
    rows = (_DATA / name).read_text("utf-8").splitlines()
    return tuple(row for row in rows if row and not row.startswith("#"))


def honest_answer(case: Case) -> list[tuple[str, str]]:
    """(sort, sentence) of one answer: words, quotation, guide."""
    dice = case.dice
    words = [("words", dice.choice(lines_of("honest_words.txt"))) for _ in range(3)]
    quotations = [("quotation", said) for said in (_quotation(case) for _ in range(3)) if said]
    guide = [("guide", _stated(case, text)) for text in _some_statements(case)]
    return [words[0], *quotations[:1], words[1], *quotations[1:], *guide, words[2]]


def _some_statements(case: Case) -> list[str]:
    rows = [statement.text for statement in case.guide.statements] if case.guide else []
    return case.dice.sample(rows, min(2, len(rows)))


def _stated(case: Case, text: str) -> str:
    return case.dice.choice(("", "", "", "1. ", "首先，", "您好，", "另外，")) + text


def _quotation(case: Case) -> str:
    finding = case.article()
    if finding is None:
        return ""
    part, words = case.dice.choice(list(_parts(finding)))
    frame = case.dice.choice(lines_of("honest_frames.txt"))
    said = frame.format(law=cite(part.ref), quote=words)
    return said if said[-1] in '。”」"）' else said + "。"


def _parts(finding: Finding) -> Iterator[tuple[Finding, str]]:
    """What may be quoted in good faith: the article, paragraphs, sentences that nothing takes back, items."""
    yield finding, finding.text
    paragraphs = finding.article.paragraphs if finding.article else ()
    for paragraph in paragraphs:
        place = replace(finding, ref=replace(finding.ref, paragraph=paragraph.number))
        yield place, paragraph.full
        if not paragraph.items:
            yield from ((place, words) for words in _sentences(paragraph.text))
        elif not re.search(r"不得|禁止|不予|除外|不适用|不承担|免", paragraph.text):
            for item in paragraph.items:
                yield replace(finding, ref=replace(place.ref, item=item.number, item_insert=item.insert)), item.text


def _sentences(text: str) -> Iterator[str]:
    rows = [row for row in re.split("(?<=。)", text) if row]
    for row, following in zip(rows, [*rows[1:], ""], strict=True):
        if not _TAKES_BACK.match(following) and not _TAKES_BACK.match(row[:2]):
            yield row
