"""The habits of the corpus just-laws: a folder a law, with README.md; long laws in several files beside it.

A law of several files has its head in README.md and a part in each other file. Two of those files hold texts of their
own: 修正案 (amendments, one under each ## heading) and a decision (a file whose # heading is a title, not a division).
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.errors import CorpusCorrupt
from knowledge.statutes.model import Rank
from knowledge.statutes.parsing import head, lines, marks
from knowledge.statutes.parsing.layout import by_article
from knowledge.statutes.parsing.lines import Line
from knowledge.statutes.parsing.statute import Section, Source, compose, read_head
from knowledge.statutes.sheet import Sheet

NAME = "just-laws"

_NOT_STATUTES = {
    "category": "index of a category",
    "MessageBoard": "message board of the site",
    ".": "front page of the site",
}
_PART_HEADINGS = ("序言", "附则", "总则", "总纲")
_COLLECTION = "修正案"


def excluded(root: Path) -> Iterator[tuple[str, str]]:
    """(path, reason) of every file of the corpus that is not read as a statute."""
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        relative = path.relative_to(root)
        if relative.parts[0] != "docs":
            yield str(relative), "about the repository"
        elif reason := _reason(relative):
            yield str(relative), reason
        elif path.suffix == ".json":
            yield str(relative), "table of versions, read with the law beside it"
        elif path.suffix != ".md":
            yield str(relative), "not Markdown"


def _reason(relative: Path) -> str:
    place = relative.parts[1] if len(relative.parts) > 2 else "."
    return _NOT_STATUTES.get(place, "")


def read(root: Path) -> Iterator[Sheet]:
    """Every statute of the corpus, by path."""
    for readme in sorted(root.glob("docs/**/README.md")):
        if not _reason(readme.relative_to(root)) and "versions" not in readme.parts:
            yield from _read_folder(root, readme)


def _read_folder(root: Path, readme: Path) -> Iterator[Sheet]:
    others = sorted(path for path in readme.parent.glob("*.md") if path != readme)
    table = readme.parent / "versions.json"
    if table.exists():
        yield from _read_versions(root, table)
    elif others:
        yield from _read_several(root, readme, others)
    else:
        yield _read_one(_source(root, readme), _lines(readme))


def _source(root: Path, path: Path) -> Source:
    relative = path.relative_to(root)
    rank = Rank.CONSTITUTION if relative.parts[1] == "constitution" else Rank.LAW
    return Source(NAME, str(relative), rank)


def _lines(path: Path) -> list[Line]:
    read = lines.read(path.read_text("utf-8"))
    if not read or read[0].level != 1:
        raise CorpusCorrupt(f"{path}: does not begin with a # heading (rule: the first line names the law)")
    return read


def _read_versions(root: Path, table: Path) -> Iterator[Sheet]:
    """Every version that versions.json lists, with its days."""
    for version in json.loads(table.read_text("utf-8"))["versions"]:
        path = table.parent / version["entry"]
        source = replace(
            _source(root, path),
            dated=date.fromisoformat(version["promulgatedOn"]),
            starts=date.fromisoformat(version["effectiveFrom"]),
        )
        yield _read_one(source, _lines(path))


def _read_one(source: Source, read: list[Line]) -> Sheet:
    """A text whose head and body stand in the same lines."""
    end = _end_of_head(read)
    top = read_head(read[0].text, read[1:end])
    return compose(source, top, [Section(source.path, tuple(read[end:]))])


def _end_of_head(read: list[Line]) -> int:
    """Index of the first line below the head: a heading, a first article, or else the first words."""
    for index, line in enumerate(read[1:], 1):
        if line.level or by_article(line, 0) or marks.section(line.text):
            return index
    words = (i for i, line in enumerate(read[1:], 1) if not head.is_history(line.text))
    return next(words, len(read))


def _read_several(root: Path, readme: Path, others: list[Path]) -> Iterator[Sheet]:
    read = {str(path.relative_to(root)): _lines(path) for path in others}
    parts = {path: found for path, found in read.items() if _is_part(found[0])}
    first = _lines(readme)
    sections = [Section(path, tuple(found)) for path, found in parts.items()]
    yield compose(_source(root, readme), read_head(first[0].text, first[1:]), sections)
    for path, found in read.items():
        if path not in parts:
            source = _source(root, root / path)
            for text in _texts(found):
                yield _read_one(source, text)


def _is_part(line: Line) -> bool:
    return line.text in _PART_HEADINGS or marks.division(line.text) is not None


def _texts(read: list[Line]) -> Iterator[list[Line]]:
    """The texts of a file: one under each ## heading in a collection, else one."""
    if read[0].text != _COLLECTION:
        yield read
        return
    starts = [i for i, line in enumerate(read) if line.level == 2]
    for start, end in zip(starts, [*starts[1:], len(read)], strict=True):
        yield read[start:end]
