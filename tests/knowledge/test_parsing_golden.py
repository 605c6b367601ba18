"""Golden pairs: a made-up source that shows a habit of the corpora, beside the outline that parsing gives of it.

A pair is added by dropping in a source; `LAWLINE_GOLDEN=write pytest` writes the outlines anew, to be read before they
are kept.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.statutes.model import Article
from knowledge.statutes.parsing import CORPORA, excluded, read_corpus
from knowledge.statutes.sheet import Sheet

GOLDEN = Path(__file__).parent / "golden"


def outline(sheet: Sheet) -> str:
    """A sheet as text that a lawyer can check against its source."""
    lines = [f"{sheet.title} | {sheet.rank.value} {sheet.region} | dated {sheet.dated} starts {sheet.starts}"]
    lines += [f"history {revision.day} {revision.event}" for revision in sheet.history]
    lines += [f"preamble {line}" for line in sheet.preamble.splitlines()]
    for article in sheet.articles:
        lines += _article(article)
    lines += [f"annex {annex.title}: {annex.text!r}" for annex in sheet.annexes]
    lines += [f"closing {line}" for line in sheet.closing]
    lines += [f"problem {p.path}:{p.line} {p.rule}: {p.text} [{p.explained}]" for p in sheet.problems]
    return "\n".join(lines) + "\n"


def _article(article: Article) -> Iterator[str]:
    above = " > ".join(f"{division.title} ({division.kind})" for division in article.divisions)
    yield f"article {article.number.number}.{article.number.insert} [{article.caption}] under {above or 'nothing'}"
    for paragraph in article.paragraphs:
        yield f"  {paragraph.number} {paragraph.text!r}"
        for item in paragraph.items:
            yield f"    {item.number}.{item.insert} {item.text!r} {list(item.points) or ''}".rstrip()


def _name(sheet: Sheet) -> str:
    return sheet.path.replace("/", "_") + "_" + sheet.title[-3:] + ".txt"


SHEETS = [sheet for corpus in CORPORA for sheet in read_corpus(GOLDEN / corpus, corpus)]


@pytest.mark.parametrize("sheet", SHEETS, ids=_name)
def test_a_source_gives_its_golden_outline(sheet: Sheet) -> None:
    expected = GOLDEN / "expected" / _name(sheet)
    if os.environ.get("LAWLINE_GOLDEN") == "write":
        expected.write_text(outline(sheet), "utf-8")
    assert outline(sheet) == expected.read_text("utf-8")


def test_every_golden_outline_has_its_source() -> None:
    assert {path.name for path in (GOLDEN / "expected").iterdir()} == {_name(sheet) for sheet in SHEETS}


@pytest.mark.parametrize(
    ("corpus", "path", "reason"),
    [
        ("just-laws", "LICENSE", "about the repository"),
        ("just-laws", "docs/category/README.md", "index of a category"),
        ("just-laws", "docs/social/swing-law/versions.json", "table of versions, read with the law beside it"),
        ("china-law-db", "案例/风筝/某案.md", "a decided case, not a statute"),
        ("china-law-db", "行政法规/_index.md", "index of a folder"),
    ],
)
def test_files_that_are_no_statutes_are_excluded_with_the_reason(corpus: str, path: str, reason: str) -> None:
    assert (path, reason) in excluded(GOLDEN / corpus, corpus)


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_file_is_either_read_or_excluded(corpus: str) -> None:
    root = GOLDEN / corpus
    files = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    left = files - {path for path, _ in excluded(root, corpus)}
    read = {sheet.path for sheet in SHEETS if sheet.corpus == corpus}
    assert all(path in read or str(Path(path).parent) in {str(Path(r).parent) for r in read} | read for path in left)


def test_a_text_is_the_same_however_its_articles_are_asked_for() -> None:
    assert list(read_corpus(GOLDEN / "just-laws", "just-laws")) == list(read_corpus(GOLDEN / "just-laws", "just-laws"))
