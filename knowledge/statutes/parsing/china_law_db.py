"""The habits of the corpus china-law-db: a file a wording, 名称(日期).md, in a folder a rank.

The head ends at a comment; what follows it may repeat the title. 民法典 is a file a book. Local regulations lie below
DLC/, a folder a province. Law folders hold history: their newest texts are older than those of just-laws.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge.statutes.model import NATION, Rank
from knowledge.statutes.parsing import head, lines, marks, regions
from knowledge.statutes.parsing.lines import END_OF_HEAD, Line, squeeze
from knowledge.statutes.parsing.statute import Section, Source, compose, read_head
from knowledge.statutes.sheet import Sheet

NAME = "china-law-db"

_RANKS = {
    "宪法": Rank.CONSTITUTION,
    "宪法相关法": Rank.LAW,
    "民法典": Rank.LAW,
    "民法商法": Rank.LAW,
    "刑法": Rank.LAW,
    "行政法": Rank.LAW,
    "经济法": Rank.LAW,
    "社会法": Rank.LAW,
    "诉讼与非诉讼程序法": Rank.LAW,
    "司法解释": Rank.INTERPRETATION,
    "行政法规": Rank.REGULATION,
    "部门规章": Rank.RULE,
    "DLC": Rank.LOCAL,
    "其他": Rank.RULE,
}
_BOOKS = "民法典"
"""The folder whose files are one law."""

_HEAD_LINES = 6
"""At most so many lines at the top of a body may still belong to its head."""

_DATED = re.compile(r"\((\d{4}-\d\d-\d\d)\)$")
_STANDARD = re.compile("标准|规范|目录")


def excluded(root: Path) -> Iterator[tuple[str, str]]:
    """(path, reason) of every file of the corpus that is not read as a statute."""
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        if reason := _reason(path.relative_to(root)):
            yield str(path.relative_to(root)), reason


def _reason(relative: Path) -> str:
    if relative.suffix != ".md":
        return "not Markdown"
    if relative.name == "_index.md":
        return "index of a folder"
    if len(relative.parts) == 1:
        return "about the repository"
    if relative.parts[0] == "案例":
        return "a decided case, not a statute"
    if relative.parts[0] not in _RANKS:
        return "folder of no known rank"
    if relative.parts[0] == "其他" and not _STANDARD.search(relative.stem):
        return "an essay, not a statute"
    return ""


def read(root: Path) -> Iterator[Sheet]:
    """Every statute of the corpus, by path."""
    books: list[tuple[Path, list[Line]]] = []
    for path in sorted(root.rglob("*.md")):
        relative = path.relative_to(root)
        if _reason(relative):
            continue
        read = lines.read(path.read_text("utf-8"))
        if relative.parts[0] == _BOOKS:
            books.append((relative, read))
        else:
            yield _read_one(relative, read)
    if books:
        yield _read_books(books)


def _source(relative: Path, title: str) -> Source:
    rank = _RANKS[relative.parts[0]]
    region = regions.code(relative.parent.name, title) if rank is Rank.LOCAL else NATION
    found = _DATED.search(relative.stem)
    return Source(NAME, str(relative), rank, region, date.fromisoformat(found[1]) if found else None)


def _split(read: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """# headings, lines of the head, lines of the body."""
    end = next((i for i, line in enumerate(read) if line.text == END_OF_HEAD), 0)
    top = read[:end]
    body = [line for line in read[end:] if line.text != END_OF_HEAD]
    return [line for line in top if line.level], [line for line in top if not line.level], body


def _read_one(relative: Path, read: list[Line]) -> Sheet:
    titles, top, body = _split(read)
    title = titles[0].text if titles else _DATED.sub("", relative.stem)
    said, body = _head_in_body(title, body)
    return compose(_source(relative, title), read_head(title, [*top, *said]), [Section(str(relative), tuple(body))])


def _head_in_body(title: str, body: list[Line]) -> tuple[list[Line], list[Line]]:
    """Lines at the top of the body that belong to the head: the title again, maybe broken, and history in brackets."""
    said: list[Line] = []
    whole, repeated = squeeze(title), ""
    body = _with_whole_head(body)
    for index, line in enumerate(body):
        text = squeeze(line.text).replace(" ", "")
        if line.level or not text:
            return said, body[index:]
        if text in whole.replace(" ", "") and len(repeated) < len(whole):
            repeated += text
        elif head.is_history(line.text) or text.endswith("起施行）") or (text[0] in "（(" and head.day(text)):
            said.append(line)
        else:
            return said, body[index:]
    return said, []


def _with_whole_head(body: list[Line]) -> list[Line]:
    """The body's lines, with those before the first heading or article joined where a bracket was broken."""
    end = next((i for i, line in enumerate(body[:_HEAD_LINES]) if line.level or marks.article(line.text)), _HEAD_LINES)
    return [*head.joined(body[:end]), *body[end:]]


def _read_books(books: list[tuple[Path, list[Line]]]) -> Sheet:
    """民法典: the title from the first # heading of a file, its book from the second."""
    sections = []
    for relative, read in books:
        titles, top, body = _split(read)
        sections.append(Section(str(relative), (*titles[1:], *body)))
    titles, top, _ = _split(max((read for _, read in books), key=lambda read: len(_split(read)[1])))
    return compose(Source(NAME, _BOOKS, Rank.LAW), read_head(titles[0].text, top), sections)
