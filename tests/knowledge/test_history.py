from datetime import date

import pytest

from knowledge.statutes.history import Act, read_editions
from knowledge.statutes.model import Rank, Revision

# name: (rank, lines "day event", editions "passed act [published] [started]")
HEADS = {
    "a law with amendments": (
        Rank.LAW,
        [
            "2001-01-01 全国人大常委会第十九次会议通过",
            "2009-08-27 《关于修改部分法律的决定》第一次修正",
            "2018-10-26 第二次修正",
        ],
        ["2001-01-01 enacted", "2009-08-27 amended", "2018-10-26 amended"],
    ),
    "a law revised as a whole": (
        Rank.LAW,
        ["1986-12-02 常务委员会第十八次会议通过", "2009-04-24 第八次会议修订"],
        ["1986-12-02 enacted", "2009-04-24 revised"],
    ),
    "passing, publication and start of one regulation": (
        Rank.REGULATION,
        ["2012-02-15 国务院第192次常务会议通过", "2012-03-01 国务院令第615号公布", "2012-06-01 施行"],
        ["2012-02-15 enacted 2012-03-01 2012-06-01"],
    ),
    "a regulation amended among others": (
        Rank.REGULATION,
        ["1997-12-19 国务院令第238号公布", "2016-02-06 《国务院关于修改部分行政法规的决定》第一次修订"],
        ["1997-12-19 enacted 1997-12-19", "2016-02-06 amended"],
    ),
    "an interpretation passed by two bodies": (
        Rank.INTERPRETATION,
        ["2018-09-03 最高人民法院审判委员会通过", "2018-12-12 最高人民检察院检察委员会通过", "2019-02-01 施行"],
        ["2018-12-12 enacted 2019-02-01"],
    ),
    "an interpretation amended by the same body": (
        Rank.INTERPRETATION,
        ["2019-12-02 审判委员会第1785次会议通过", "2020-12-23 审判委员会第1823次会议通过"],
        ["2019-12-02 enacted", "2020-12-23 amended"],
    ),
    "a city's regulation approved by the province": (
        Rank.LOCAL,
        [
            "2000-11-16 市人大常委会通过",
            "2001-04-19 省人大常委会批准",
            "2003-08-21 市人大常委会通过",
            "2003-11-06 省人大常委会批准的决定修正",
        ],
        ["2000-11-16 enacted", "2003-08-21 amended"],
    ),
    "an amending text that calls itself 本修正案": (
        Rank.LAW,
        ["2017-11-04 常务委员会第三十次会议通过；本修正案"],
        ["2017-11-04 enacted"],
    ),
    "prose taken for history": (
        Rank.INTERPRETATION,
        ["2014-12-18 审判委员会通过", "2012-08-31 常务委员会审议通过了决定。结合实际，制定本解释"],
        ["2014-12-18 enacted"],
    ),
}


@pytest.mark.parametrize(("rank", "lines", "expected"), HEADS.values(), ids=HEADS.keys())
def test_a_head_tells_its_editions(rank: Rank, lines: list[str], expected: list[str]) -> None:
    history = [Revision(date.fromisoformat(line[:10]), line[11:]) for line in lines]
    editions = read_editions(history, rank)
    told = [" ".join(str(x) for x in (e.passed, e.act.value, e.published, e.started) if x) for e in editions]
    assert told == expected


def test_no_history_tells_of_no_edition() -> None:
    assert read_editions((), Rank.LAW) == ()


def test_a_partial_amendment_is_told_from_a_revision() -> None:
    day = date(2020, 1, 1)
    acts = [
        read_editions([Revision(day, "通过"), Revision(day.replace(year=2022), text)], Rank.LAW)[-1].act
        for text in ("修正", "修订")
    ]
    assert acts == [Act.AMENDED, Act.REVISED]
