"""YAML lists checked against a schema, with the line of what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from knowledge.errors import DataError

Row = TypeVar("Row", bound=BaseModel)


def checked_rows(path: Path, schema: type[Row]) -> list[Row]:
    """Read a YAML file that holds a list of mappings, each checked against `schema`.

    Raises DataError naming the file, the line (1-based), the place in the row and the rule.
    """
    loader = yaml.CSafeLoader(path.read_text("utf-8"))
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.SequenceNode):
            raise DataError(f"{path.name}:1: a list of rows is expected")
        return [_checked(path, schema, item, loader.construct_document(item)) for item in node.value]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"{path.name}:{line}: {error.problem}") from error
    finally:
        loader.dispose()


def _checked(path: Path, schema: type[Row], node: yaml.Node, value: object) -> Row:
    try:
        return schema.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DataError(f"{path.name}:{_line(node, first['loc'])}: {place}: {first['msg']}") from error


def _line(node: yaml.Node, place: Sequence[int | str]) -> int:
    """The line of the deepest node on the way to `place`."""
    for part in place:
        child = _child(node, part)
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part] if part < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    return None
