"""How often articles answer what people ask: a small table that `lawline-train ranker` counts, tied to their texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import DataError
from knowledge.statutes.likeness import Sketch, print_sketch, read_sketch

POPULAR = Path(__file__).parent / "ranker" / "popular.tsv"


@dataclass(frozen=True, slots=True)
class Popular:
    """An article, known by its law and by what its text was like, and how many of a thousand questions it answers."""

    law: str
    sketch: Sketch
    share: float


def read_popular(file: Path) -> Iterator[Popular]:
    """The table's lines: law, share, sketch. DataError names the line that is none."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            law, share, marks = line.split("\t")
            yield Popular(law, read_sketch(marks), float(share))
        except ValueError as error:
            raise DataError(f"{file}:{number}: {line!r:.60}: {error} (rule: law, share and sketch)") from error


def write_popular(popular: Iterable[Popular], file: Path) -> None:
    """Write what `read_popular` reads."""
    lines = (f"{one.law}\t{one.share:g}\t{print_sketch(one.sketch)}\n" for one in popular)
    file.write_text("".join(lines), "utf-8")
