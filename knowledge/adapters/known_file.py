"""What a build's index knows of documents before any question, as a file beside it."""

import json
from pathlib import Path

from knowledge.errors import IndexMissing
from knowledge.search.ranking import Known


def write_known(file: Path, known: Known) -> None:
    """Write what `read_known` reads."""
    held = {"popular": dict(known.popular), "asked": dict(known.asked)}
    file.write_text(json.dumps(held, ensure_ascii=False), "utf-8")


def read_known(file: Path) -> Known:
    """IndexMissing where the build has no such file, or a torn one."""
    try:
        return Known(**json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexMissing(f"{file} is not what an index knows of its documents ({error}): rebuild it") from error
