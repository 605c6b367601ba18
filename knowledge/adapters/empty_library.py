"""The Library of an installation without statutes: it knows no law and says so."""

from collections.abc import Iterator
from datetime import date

from knowledge.statutes import notes
from knowledge.statutes.library import Finding, IndexedArticle, LawCard, Miss, Version
from knowledge.statutes.model import Status, Wording
from knowledge.statutes.reference import ArticleRef


class EmptyLibrary:
    """No statutes are installed: every reference is a miss of kind NO_TEXT."""

    fingerprint = "empty"

    def find(self, name: str) -> tuple[LawCard, ...]:
        """No law."""
        return ()

    def wording(self, law: str, on: date) -> Wording | None:
        """No wording."""
        return None

    def resolve(self, ref: ArticleRef, on: date) -> Finding:
        """A finding that says that nothing is installed."""
        return Finding(ref, on, Status.UNKNOWN, Miss.NO_TEXT, note=notes.not_installed())

    def versions(self, ref: ArticleRef) -> tuple[Version, ...]:
        """No version."""
        return ()

    def laws(self) -> tuple[LawCard, ...]:
        """No laws."""
        return ()

    def articles(self) -> Iterator[IndexedArticle]:
        """Nothing to index."""
        yield from ()
