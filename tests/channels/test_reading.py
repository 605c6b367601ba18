from datetime import date
from itertools import pairwise

import pytest

from channels.web.errors import NotHeld
from channels.web.law_wordings import wordings_of
from channels.web.reading import read
from knowledge import ReferenceSyntaxError, Status
from tests.channels.made_up import BEGAN, CHANGED, ENDED, NEIGHBOURS, PLATES, TODAY, Country


def test_every_wording_of_a_law_is_found_by_walking_along_its_life(small: Country) -> None:
    for law in small.holdings.library.laws():
        starts = [wording.force.start.latest for wording in wordings_of(small.holdings.library, law)]
        assert starts == ([BEGAN, CHANGED] if law.id == NEIGHBOURS else [date(2000, 6, 1)])


@pytest.mark.parametrize(
    ("on", "status", "width"),
    [
        (date(2009, 12, 31), Status.NOT_YET, "一尺"),
        (BEGAN, Status.IN_FORCE, "一尺"),
        (date(2020, 12, 31), Status.IN_FORCE, "一尺"),
        (CHANGED, Status.IN_FORCE, "二尺"),
        (TODAY, Status.IN_FORCE, "二尺"),
    ],
)
def test_an_article_is_read_as_of_the_day(small: Country, on: date, status: Status, width: str) -> None:
    reading = read(small.holdings.library, f"{NEIGHBOURS}第二条", on)
    assert reading.status is status
    assert reading.finding.article
    assert width in reading.finding.article.text
    assert reading.wording
    assert any(width in article.text for article in reading.wording.articles)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (date(1999, 12, 31), Status.NOT_YET),
        (date(2000, 3, 1), Status.UNKNOWN),
        (date(2000, 6, 1), Status.IN_FORCE),
        (date(2015, 6, 30), Status.IN_FORCE),
        (ENDED, Status.ENDED),
        (TODAY, Status.ENDED),
    ],
)
def test_a_law_that_came_and_went_can_be_read_on_every_day(small: Country, on: date, status: Status) -> None:
    for ref in (PLATES, f"{PLATES}第二条"):
        assert read(small.holdings.library, ref, on).status is status


def test_neighbours_lead_through_the_whole_text(small: Country) -> None:
    found = [read(small.holdings.library, f"{NEIGHBOURS}第{n}条", TODAY) for n in "一二三"]
    assert (found[0].before, found[-1].after) == (None, None)
    for left, right in pairwise(found):
        assert (left.after, right.before) == (right.ref, left.ref)


@pytest.mark.parametrize("ref", ["太空交通法", "太空交通法第一条", f"{NEIGHBOURS}第九条", f"{NEIGHBOURS}第二条第三款"])
def test_what_is_not_there_is_not_held(small: Country, ref: str) -> None:
    with pytest.raises(NotHeld):
        read(small.holdings.library, ref, TODAY)


def test_what_is_no_reference_is_refused(small: Country) -> None:
    with pytest.raises(ReferenceSyntaxError):
        read(small.holdings.library, "hello", TODAY)
