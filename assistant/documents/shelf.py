"""Every document of the house."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.curated import by_id
from assistant.documents.model import Document
from assistant.documents.schema import read
from assistant.facts.model import Fact

FOLDER = Path(__file__).parent


@cache
def documents() -> Mapping[str, Document]:
    """Every document by its id, in the order of the files' names. BadRules where a file breaks the schema."""
    return by_id("documents", (one for path in sorted(FOLDER.glob("*.yaml")) for one in read(path)))


def fields_of(id: str) -> tuple[Fact, ...]:
    """The facts that a document takes, in the order of its form. KeyError where there is none of this id."""
    return tuple(field.fact for field in documents()[id].fields)


def offered_for(matter: str) -> tuple[Document, ...]:
    """The documents that may help with a matter (`labour.wages`)."""
    return tuple(document for document in documents().values() if matter in document.matters)
