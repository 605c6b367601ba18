"""A document filled and made a file: Word first, PDF of the same sheet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from assistant.documents.aigc import Origin, number_of
from assistant.documents.build import build
from assistant.documents.sheet import Sheet
from assistant.documents.shelf import documents
from assistant.documents.sums import Sum, with_sums
from assistant.documents.told import cleaned
from assistant.errors import PaperUnavailable
from assistant.facts.check import check_all
from assistant.facts.model import Facts

PRODUCER = "Lawline"
"""Who made a file, where the service that runs Lawline does not give its own code."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A filled document: the bytes of its Word file, a name for it without ending, the sheet, and where it comes from.

    `on` is the day on which it was filled.
    """

    docx: bytes
    name: str
    on: date
    sheet: Sheet
    origin: Origin

    @property
    def blanks(self) -> tuple[str, ...]:
        """The ids of the facts whose places are blank, in reading order."""
        return self.sheet.blanks


def render(id: str, facts: Facts, on: date, sums: Sequence[Sum] = (), producer: str = PRODUCER) -> Rendered:
    """The document with what is told, blank where nothing is; facts that are none of its are left out.

    `sums` fill facts that are not told, and stand with their working in an annex. The same arguments give the same
    bytes. KeyError where there is no document of this id, BadFact where a value breaks the rule of its fact,
    PaperUnavailable where the packages of the extra `documents` are not installed.
    """
    document = documents()[id]
    told = with_sums(document, check_all((field.fact for field in document.fields), cleaned(facts)), sums)
    sheet = build(document, told, on, sums)
    origin = Origin(producer, number_of(id, on.isoformat(), sheet.text))
    with _extra():
        from assistant.documents.word_file import word_file
    return Rendered(word_file(sheet, origin, on), f"{document.name}-{on:%Y%m%d}", on, sheet, origin)


def to_pdf(rendered: Rendered) -> bytes:
    """The same sheet as PDF. PaperUnavailable where a package, or a font that has Chinese characters, is missing."""
    with _extra():
        from assistant.documents.pdf_file import pdf_file
    return pdf_file(rendered.sheet, rendered.origin, rendered.on)


@contextmanager
def _extra() -> Iterator[None]:
    """What is imported inside belongs to the extra `documents`; PaperUnavailable where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise PaperUnavailable(f"{error.name} is not installed (rule: pip install lawline[documents])") from error
