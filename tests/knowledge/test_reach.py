"""The sentence on how far the corpora reach."""

from datetime import date

from knowledge.gaps import load_gaps
from knowledge.reach import reach_of


def test_without_corpora_nothing_is_said() -> None:
    assert reach_of({}) == ""


def test_the_newest_corpus_is_named_and_every_range_that_still_misses_whatever_its_year() -> None:
    told = reach_of({"a": date(2030, 1, 1), "b": date(2029, 1, 1)})
    assert told.startswith("收录范围：国家法律到2030-01-01")
    for gap in load_gaps():
        missing = gap.kind == "range" and gap.effective is not None and gap.until is None
        assert (gap.title in told) == missing, gap.title
