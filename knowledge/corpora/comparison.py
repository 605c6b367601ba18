"""What changes between two pins of a corpus: wordings added, changed and lost."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.statutes.names import normalise
from knowledge.statutes.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """Wordings (law and day) that differ from one pin to the next; `corpus` is the source's id."""

    corpus: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether both pins hold the same wordings."""
        return not (self.added or self.changed or self.lost)

    def as_json(self) -> dict[str, object]:
        """The change as JSON values."""
        return {"corpus": self.corpus, "added": self.added, "changed": self.changed, "lost": self.lost}

    def as_text(self) -> str:
        """The change for a terminal, one wording a line."""
        if self.nothing:
            return f"{self.corpus}: no wording differs"
        rows = [("+", self.added), ("~", self.changed), ("-", self.lost)]
        counts = f"{len(self.added)} added, {len(self.changed)} changed, {len(self.lost)} lost"
        return "\n".join([f"{self.corpus}: {counts}", *(f"{mark} {name}" for mark, names in rows for name in names)])


def compare(corpus: str, before: Iterable[Sheet], after: Iterable[Sheet]) -> Change:
    """Compare the wordings of two pins; a wording is named by its law and the day it was passed or last amended."""
    old, new = _texts(before), _texts(after)
    return Change(
        corpus,
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(name for name in new.keys() & old.keys() if new[name] != old[name])),
        lost=tuple(sorted(old.keys() - new.keys())),
    )


def _texts(sheets: Iterable[Sheet]) -> dict[str, str]:
    """Name of each wording -> digest of its text."""
    return {_name(sheet): _digest(sheet) for sheet in sheets}


def _name(sheet: Sheet) -> str:
    days = [revision.day for revision in sheet.history] + ([sheet.dated] if sheet.dated else [])
    return f"{normalise(sheet.title)} ({max(days).isoformat() if days else 'undated'})"


def _digest(sheet: Sheet) -> str:
    text = "\n".join([sheet.preamble, *(f"{article.number} {article.text}" for article in sheet.articles)])
    return hashlib.sha256(text.encode()).hexdigest()
