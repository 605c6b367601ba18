"""The report of parsing."""

from pathlib import Path

from knowledge.statutes.parsing import CORPORA, read_corpus, report

GOLDEN = Path(__file__).parent / "golden"


def test_a_report_counts_and_names_what_failed() -> None:
    sheets = [sheet for corpus in CORPORA for sheet in read_corpus(GOLDEN / corpus, corpus)]
    shown = report(sheets)
    assert (shown.files, shown.wordings, shown.laws) == (16, 16, 15)
    assert shown.articles == sum(len(sheet.articles) for sheet in sheets)
    assert {(failure.line, failure.rule) for failure in shown.failures} == {
        (37, "article numbers are consecutive"),
        (11, "no article stands inside another"),
    }
    assert shown.complete == 1 - 2 / 16


def test_a_report_on_nothing_is_complete() -> None:
    assert report([]).complete == 1
