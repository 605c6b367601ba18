"""A generator that lies on purpose: every kind of lie is a small function over the evidence of a real question."""

from tests.assistant.lies import citing, claiming, hiding, quoting
from tests.assistant.lies.case import Case, Liar, Lie, case_of

KINDS: dict[str, Liar] = {
    f"{module.__name__.rpartition('.')[2]}.{name}": made
    for module in (quoting, citing, claiming, hiding)
    for name, made in module.LIARS.items()
}
"""Every kind of lie by its name."""

__all__ = ["KINDS", "Case", "Liar", "Lie", "case_of"]
