from datetime import date

import pytest

from knowledge.statutes.dating import date_laws
from knowledge.statutes.model import Boundary, Law, Rank
from knowledge.statutes.sheet import Sheet
from knowledge.statutes.tables import Amendment, Decision, Renaming, Repeal, Tables
from tests.knowledge.made_up_laws import LAWS, article, dated, day, sheet

OPEN = "…"


def spans(law: Law) -> list[str]:
    """Each wording as "start to end", an uncertain boundary as first/last day."""
    return [f"{_said(w.force.start)} to {_said(w.force.end) if w.force.end else OPEN}" for w in law.wordings]


def _said(boundary: Boundary) -> str:
    return str(boundary.exact or f"{boundary.earliest}/{boundary.latest}")


END = "本法自2010年9月1日起施行。"

# what is shown: (sheets, tables, the wordings' time of force)
CASES: dict[str, tuple[list[Sheet], Tables, list[str]]] = {
    "the text's own day": ([sheet("甲法", ["2010-05-01 通过"], ["一。", END])], Tables(), ["2010-09-01 to …"]),
    "a law in force on publication": (
        [sheet("甲法", ["2010-05-01 通过"], ["本法自公布之日起施行。"])],
        Tables(),
        ["2010-05-01 to …"],
    ),
    "two wordings follow each other": (
        [
            sheet("甲法", ["2010-05-01 通过"], ["一。", END], "2010-05-01"),
            sheet("甲法", ["2010-05-01 通过", "2020-01-01 修订"], ["二。", "本法自2020年3月1日起施行。"], "2020-01-01"),
        ],
        Tables(),
        ["2010-09-01 to 2020-03-01", "2020-03-01 to …"],
    ),
    "the last article of an amended law keeps the first day, so the amendment's start is a span": (
        [sheet("甲法", ["2010-05-01 通过", "2020-01-01 修正"], ["一。", END], "2020-01-01")],
        Tables(),
        ["2020-01-01/2021-12-31 to …"],
    ),
    "the amendments table decides": (
        [sheet("甲法", ["2010-05-01 通过", "2020-01-01 修正"], ["一。", END], "2020-01-01")],
        Tables(amendments=(Amendment("甲法", day("2020-01-01"), day("2020-06-01"), "决定"),)),
        ["2020-06-01 to …"],
    ),
    "a decision on many regulations decides, where it is the one that the history names": (
        [
            sheet(
                "甲条例",
                ["2010-05-01 国务院令公布", "2022-03-29 《国务院关于修改部分行政法规的决定》修订"],
                ["本条例自2010年9月1日起施行。"],
                rank=Rank.REGULATION,
            )
        ],
        Tables(
            decisions=(Decision("决定", Rank.REGULATION, day("2022-03-29"), day("2022-05-01"), "令", "部分行政法规"),)
        ),
        ["2022-05-01 to …"],
    ),
    "a wording that is not held ends the one before it": (
        [
            sheet("甲法", ["2010-05-01 通过"], ["一。", END], "2010-05-01"),
            sheet(
                "甲法",
                ["2010-05-01 通过", "2015-01-01 修正", "2020-01-01 修订"],
                ["本法自2020年3月1日起施行。"],
                "2020-01-01",
            ),
        ],
        Tables(),
        ["2010-09-01 to 2015-01-01/2016-12-31", "2020-03-01 to …"],
    ),
    "a file dated long after its history was amended": (
        [
            sheet(
                "甲条例",
                ["2010-11-19 国务院令公布"],
                ["本条例自2011年3月1日起施行。"],
                "2016-02-06",
                rank=Rank.REGULATION,
            )
        ],
        Tables(),
        ["2016-02-06/2018-02-05 to …"],
    ),
    "two prints of one wording are one, and the better corpus is kept": (
        [
            sheet("甲法", ["2010-05-01 通过"], ["一。", END], "2010-05-01"),
            sheet("中华人民共和国甲法", ["2010-05-01 通过"], ["一。", END], corpus="just-laws"),
        ],
        Tables(),
        ["2010-09-01 to …"],
    ),
    "a repeal ends the law and its last wording": (
        [sheet("甲法", ["2010-05-01 通过"], ["一。", END])],
        Tables(repeals=(Repeal("甲法", day("2021-01-01"), "乙法", "乙法第九条", "乙法"),)),
        ["2010-09-01 to 2021-01-01"],
    ),
    "a new instrument under the old title goes on": (
        [
            sheet("甲法", ["2010-05-01 通过"], ["一。", END], "2010-05-01"),
            sheet("甲法", ["2020-01-01 通过"], ["二。", "本法自2021年1月1日起施行。"], "2020-01-01"),
        ],
        Tables(repeals=(Repeal("甲法", day("2021-01-01"), "甲法", "甲法第九条", "甲法"),)),
        ["2010-09-01 to 2021-01-01", "2021-01-01 to …"],
    ),
    "a version table states the start": (
        [sheet("甲法", ["2010-05-01 通过", "2026-06-26 修订"], ["一。", END], starts="2027-01-01")],
        Tables(),
        ["2027-01-01 to …"],
    ),
    "a renamed law goes on": (
        [
            sheet("旧法", ["2010-05-01 通过"], ["一。", END], "2010-05-01"),
            sheet("新法", ["2020-01-01 修订"], ["本法自2020年3月1日起施行。"], "2020-01-01"),
        ],
        Tables(renamings=(Renaming("旧法", "新法", day("2020-03-01"), "决定"),)),
        ["2010-09-01 to 2020-03-01", "2020-03-01 to …"],
    ),
    "an amending text that is held dates the amendment": (
        [
            sheet("刑法", ["1997-03-14 修订", "2020-12-26 通过的《刑法修正案（十一）》"], ["一。"]),
            sheet("刑法修正案（十一）", ["2020-12-26 通过"], ["改。", "本修正案自2021年3月1日起施行。"]),
        ],
        Tables(),
        ["2021-03-01 to …"],
    ),
    "a resolution that is silent holds from its passing": (
        [sheet("全国人大常委会关于某事的决定", ["1984-11-14 通过"], ["一。"])],
        Tables(),
        ["1984-11-14 to …"],
    ),
}


@pytest.mark.parametrize(("sheets", "tables", "expected"), CASES.values(), ids=CASES.keys())
def test_wordings_get_their_time_of_force(sheets: list[Sheet], tables: Tables, expected: list[str]) -> None:
    laws = dated(sheets, tables)
    law = max(laws.values(), key=lambda law: (len(law.wordings), law.id == "刑法"))
    assert spans(law) == expected


def test_the_better_corpus_is_kept() -> None:
    both = [
        sheet("甲法", ["2010-05-01 通过"], ["一。", END]),
        sheet("甲法", ["2010-05-01 通过"], ["一。", END], corpus="just-laws"),
    ]
    assert [wording.corpus for wording in dated(both)["甲法"].wordings] == ["just-laws"]


def test_a_law_known_from_the_tables_only_has_a_life_and_no_wording() -> None:
    law = LAWS["港口税法"]
    assert (law.force.start.exact, law.force.end and law.force.end.exact, law.wordings) == (
        date(1986, 1, 1),
        date(2005, 1, 1),
        (),
    )


def test_the_place_of_a_deleted_article_is_no_article() -> None:
    law = dated([sheet("甲法", ["2010-05-01 通过"], ["一。", "（删去）", END])])["甲法"]
    assert [a.number.number for a in law.wordings[0].articles] == [1, 3]


def test_a_text_without_any_date_starts_between_what_it_says_and_the_day_of_its_source() -> None:
    laws = {law.id: law for law in _undated()}
    start = laws["某市条例"].wordings[0].force.start
    assert (start.earliest, start.latest) == (date(2003, 1, 1), date(2026, 6, 8))


def _undated() -> list[Law]:
    text = sheet("某市条例", [], ["一。", article(2, "本条例自2003年1月1日起施行。")], rank=Rank.LOCAL)
    return date_laws([text], Tables(), {"china-law-db": date(2026, 6, 8)})


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    date_laws(
        [sheet("甲法", ["2010-05-01 通过"], [END])], Tables(), progress=lambda done, total: told.append((done, total))
    )
    assert told == [(1, 1)]
