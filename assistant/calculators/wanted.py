"""Facts that are skipped as a rule, and wanted once another fact, or a table without the figure, makes them needed."""

from collections.abc import Iterable

from assistant.calculators.model import Wanting
from assistant.facts.model import Fact, Facts


def wanted(asked: Iterable[Fact], told: Facts, needed: Iterable[str], reason: str) -> Wanting | None:
    """What is wanted of the facts `needed` (ids among `asked`), and why; None where all of them are told."""
    by_id = {fact.id: fact for fact in asked}
    missing = tuple(by_id[fact] for fact in needed if fact not in told)
    return Wanting(missing, reason) if missing else None
