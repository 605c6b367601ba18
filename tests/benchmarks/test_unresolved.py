"""The benchmark must see a citation that does not resolve."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.unresolved import cited, failure
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from tests.knowledge.made_up_laws import LAWS

DAY = date(2018, 1, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SqliteLibrary:
    path: Path = tmp_path_factory.mktemp("library") / "library.sqlite"
    build(path, list(LAWS.values()))
    return SqliteLibrary(path)


FAILURES = [
    ("船舶法第一条", "船是船", DAY, ""),
    ("船舶法第二条", "小船登记", DAY, ""),
    ("船舶法第二条", "小船登记", date(2011, 1, 1), "does not hold"),
    ("船舶法第四条", "", date(2011, 1, 1), "no_article"),
    ("船舶法第一条", "", date(1999, 1, 1), "1999-01-01"),
    ("飞船法第一条", "", DAY, "no_law"),
    ("第", "", DAY, "not an article reference"),
]


@pytest.mark.parametrize(("ref", "quote", "day", "reason"), FAILURES)
def test_a_citation_fails_with_its_reason(library: SqliteLibrary, ref: str, quote: str, day: date, reason: str) -> None:
    found = failure(ref, quote, day, library)
    assert reason in found
    assert bool(found) is bool(reason)


def test_citations_and_the_law_of_steps_are_all_read() -> None:
    body = {"citations": [{"ref": "船舶法第一条", "quote": "船"}], "steps": [{"law": ["船舶法第二条"]}, {"law": []}]}
    assert list(cited(body)) == [("船舶法第一条", "船"), ("船舶法第二条", "")]
