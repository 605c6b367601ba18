"""Lines of a set's files, plain or .xz, each with its number for the message that refuses it."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from eval.errors import BadSet


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """(number from 1, line without its end); only \\n and \\r\\n end a line, for ids may hold any other character."""
    number = 0
    try:
        with lzma.open(file, "rb") if file.suffix == ".xz" else file.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                # Spreadsheets put a mark before the first line; as a part of its id it would match nothing.
                yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise BadSet(f"{file}:{number}: {error} (rule: UTF-8)") from error
    except (lzma.LZMAError, EOFError) as error:
        raise BadSet(f"{file}: {error} (rule: a whole .xz file)") from error


def columns_of(file: Path, *counts: int, spaced: bool = False) -> Iterator[tuple[int, list[str]]]:
    """(number, columns) of a file whose lines have one of the `counts` of columns, none of them empty.

    Tabs part the columns; in a `spaced` file a line without any tab is parted at spaces, as TREC tools do.
    """
    for number, line in lines_of(file):
        columns = line.split() if spaced and "\t" not in line else line.split("\t")
        if len(columns) not in counts or not all(columns):
            wanted = " or ".join(str(count) for count in counts)
            between = "tabs or spaces" if spaced else "tabs"
            raise BadSet(f"{file}:{number}: {line!r:.80} (rule: {wanted} columns between {between}, none empty)")
        yield number, columns
