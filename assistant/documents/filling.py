"""A template filled with what is told: words, and blanks for the rest."""

from collections.abc import Iterator, Mapping

from assistant.calculators.stated import stated
from assistant.documents.model import Field
from assistant.documents.sheet import Blank, Ink, Line, Run, Style
from assistant.documents.template import Optional, Slot, Template, Words
from assistant.documents.words import boxes, width
from assistant.facts.model import Facts, Kind


def fill(template: Template, fields: Mapping[str, Field], facts: Facts, style: Style) -> tuple[Line, ...]:
    """The paragraphs of a template: one, or as many as a told text has lines; empty lines after a blank long text.

    No paragraph where everything in it is optional and not told.
    """
    runs = tuple(_runs(template, fields, facts, before="：" if style is Style.CELL else ""))
    if not runs:
        return ()
    lines = tuple(Line(one, style) for one in _split(runs))
    return (*lines, *_empty_lines(template, fields, facts, style))


def _runs(template: Template, fields: Mapping[str, Field], facts: Facts, before: str) -> Iterator[Run]:
    """`before` are the words that stand before the first: a form's cell follows the label of its row."""
    for part in _standing(template, facts):
        if isinstance(part, Words):
            before = part.text
            yield Ink(part.text)
            continue
        yield _filled(part, fields[part.fact], facts, before)
        before = ""


def _standing(template: Template, facts: Facts) -> Iterator[Words | Slot]:
    for part in template.parts:
        if not isinstance(part, Optional):
            yield part
        elif part.facts <= facts.keys():
            yield from part.parts


def _filled(slot: Slot, field: Field, facts: Facts, before: str) -> Run:
    fact = field.fact
    if slot.boxes:
        return Ink(boxes(fact, facts.get(fact.id)))
    if fact.id in facts:
        return Ink(stated(fact, facts[fact.id]))
    # after a colon the words before it say already what belongs here
    label = "" if before.endswith(("：", "（")) else fact.label
    return Blank(label, _blank_width(field), fact.id)


def _blank_width(field: Field) -> int:
    return LONG if field.rows else width(field.fact)


def _split(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs divided where a told text begins a new line."""
    line: list[Run] = []
    for run in runs:
        if isinstance(run, Blank):
            line.append(run)
            continue
        first, *others = run.text.split("\n")
        line.append(Ink(first))
        for other in others:
            yield tuple(line)
            line = [Ink(other)]
    yield tuple(line)


def _empty_lines(template: Template, fields: Mapping[str, Field], facts: Facts, style: Style) -> Iterator[Line]:
    """Room to write a story into by hand."""
    long = [fields[slot.fact] for slot in template.slots if fields[slot.fact].fact.kind is Kind.TEXT]
    for field in long:
        if field.fact.id not in facts:
            yield from (Line((Blank("", FULL),), style) for _ in range(field.rows - 1))


LONG = 16
"""Characters of a blank that begins a story."""

FULL = 0
"""A blank as wide as the line."""
