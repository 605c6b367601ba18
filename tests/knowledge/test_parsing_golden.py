"""Golden pairs: a made-up source that shows a habit of the corpora, beside the outline that parsing gives of it.

A pair is added by dropping in a source; `LAWLINE_GOLDEN=write pytest` writes the outlines anew, to be read before they
are kept.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.errors import CorpusCorrupt, CorpusUnreachable, DataError
from knowledge.statutes.model import Article
from knowledge.statutes.parsing import CORPORA, excluded, read_corpus, regions
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


@pytest.mark.parametrize("read", [read_corpus, excluded])
def test_an_unknown_corpus_or_a_missing_folder_is_refused_by_name(read: Callable[[Path, str], object]) -> None:
    with pytest.raises(ValueError, match="'codex'"):
        read(GOLDEN, "codex")
    with pytest.raises(CorpusUnreachable, match="nowhere"):
        read(GOLDEN / "nowhere", "just-laws")


def test_a_file_without_a_title_is_refused_by_path(tmp_path: Path) -> None:
    readme = tmp_path / "docs" / "economic" / "kite-law" / "README.md"
    readme.parent.mkdir(parents=True)
    readme.write_text("no heading", "utf-8")
    with pytest.raises(CorpusCorrupt, match="kite-law"):
        list(read_corpus(tmp_path, "just-laws"))


def test_a_province_without_a_table_of_regions_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="湖北"):
        regions.code("湖北", "武汉市风筝条例")


@pytest.mark.parametrize(
    ("province", "title", "code"),
    [
        ("山东", "山东省青岛风筝条例", "370000"),
        ("山东", "青岛市风筝条例", "370200"),
        ("广东", "深圳经济特区风筝条例", "440300"),
        ("重庆", "彭水苗族土家族自治县风筝条例", "500243"),
        ("上海", "中国（上海）风筝条例", "310000"),
    ],
)
def test_a_region_is_the_place_that_the_title_starts_with(province: str, title: str, code: str) -> None:
    assert regions.code(province, title) == code
