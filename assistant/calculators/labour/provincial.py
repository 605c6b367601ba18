"""Rules of a province that add to those of the nation."""

from assistant.calculators import told
from assistant.calculators.rulebook import Rule, rulebook
from assistant.facts.model import Facts


def province(facts: Facts) -> str:
    """The six-digit code of the province in which the fact `region` lies; empty where it is not told."""
    return f"{told.choice(facts, 'region')[:2]}0000" if "region" in facts else ""


def provincial(facts: Facts, rule: str) -> Rule | None:
    """The rule `<rule>.<province>` that holds now; None where no region is told, or none is held for its province."""
    local = f"{rule}.{province(facts)}"
    return rulebook("labour").now(local) if local in rulebook("labour").rules else None
