"""TOML tables of rows checked against a dataclass, with the line of what is wrong."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from knowledge.errors import DataError

Row = TypeVar("Row")

strict_row = with_config(ConfigDict(extra="forbid"))
"""Decorator for a row's dataclass: a column that it does not name is an error, not a typo that passes."""


def read_rows(
    path: Path, table: str, schema: type[Row], rename: Mapping[str, str] = MappingProxyType({})
) -> tuple[Row, ...]:
    """Rows `[[table]]` of the file, in order, each as a `schema` (a dataclass marked with `strict_row`).

    `rename` maps columns whose names Python reserves to fields. Raises DataError naming the file, the row's line
    (1-based), the column and the rule.
    """
    text = path.read_text("utf-8")
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error
    if others := sorted(set(parsed) - {table}):
        raise DataError(f"{path.name}: unknown table {others[0]!r} (rule: only [[{table}]])")
    rows, adapter = parsed.get(table, []), TypeAdapter(schema)
    lines = _row_lines(text, table)
    if not isinstance(rows, list) or len(lines) != len(rows):
        raise DataError(f"{path.name}: {table!r} must be written as [[{table}]], one a row")
    return tuple(
        _checked(path, line, adapter, {rename.get(column, column): value for column, value in row.items()})
        for line, row in zip(lines, rows, strict=True)
    )


def _row_lines(text: str, table: str) -> list[int]:
    header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)]


def _checked(path: Path, line: int, adapter: TypeAdapter[Row], row: object) -> Row:
    try:
        return adapter.validate_python(row)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise DataError(f"{path.name}:{line}: {column}: {first['msg']}") from error
