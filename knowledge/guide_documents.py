"""Guide cards as documents of the index: the ways of asking weigh as much as a title does."""

from collections.abc import Iterable

from knowledge.guide_cards import Guide
from knowledge.search.model import Document, Kind

_ALWAYS = (1, 10**7)
"""Cards are found on every day; verification decides which of their statements hold on it."""


def guide_documents(guides: Iterable[Guide]) -> dict[str, Document]:
    """A document for each card, by the card's id."""
    return {
        guide.id: Document(
            key=guide.id,
            kind=Kind.GUIDE,
            title="\n".join((guide.title, *guide.ask)),
            text="\n".join(statement.text for statement in guide.answer),
            region=guide.region,
            rank=None,
            starts=_ALWAYS[0],
            ends=_ALWAYS[1],
        )
        for guide in guides
    }
