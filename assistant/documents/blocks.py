"""Which facts a block has places for."""

from collections.abc import Iterator

from assistant.documents.model import Addressed, Block, Form, Grid, Items, Paragraph
from assistant.documents.template import Slot, Template


def facts_of(block: Block) -> Iterator[Slot]:
    """Every place for a fact in the block, and every fact that it tests."""
    for template in templates_of(block):
        yield from template.slots
    if isinstance(block, Grid):
        yield Slot(block.fact)
    if isinstance(block, Paragraph) and block.only:
        yield Slot(block.only.fact)


def templates_of(block: Block) -> Iterator[Template]:
    """The templates of a block, in reading order."""
    match block:
        case Paragraph():
            yield block.text
        case Items():
            yield from block.lines
        case Form():
            yield from (line for row in block.rows for line in row.lines)
        case Addressed():
            yield block.to
        case _:
            return
