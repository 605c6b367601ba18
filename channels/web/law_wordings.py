"""Every wording of a law, found through the library by walking along its life."""

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge import LawCard, Library, Wording

_DAY = timedelta(days=1)


def wordings_of(library: Library, law: LawCard) -> tuple[Wording, ...]:
    """The wordings held of the law, oldest first.

    Walked from both ends, because a wording that is not held stops a walk: what lies between two such holes is found
    from neither side and not listed.
    """
    found = {wording.force.start.earliest: wording for wording in (*_forwards(library, law), *_backwards(library, law))}
    return tuple(found[start] for start in sorted(found))


def _forwards(library: Library, law: LawCard) -> Iterator[Wording]:
    wording = library.wording(law.id, law.force.start.latest)
    while wording:
        yield wording
        end = wording.force.end
        wording = library.wording(law.id, end.latest) if end else None


def _backwards(library: Library, law: LawCard) -> Iterator[Wording]:
    last = law.force.end.earliest - _DAY if law.force.end else date.max
    wording = library.wording(law.id, last)
    while wording:
        yield wording
        start = wording.force.start.earliest
        wording = library.wording(law.id, start - _DAY) if start > date.min else None
