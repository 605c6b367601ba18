"""A small country of made-up laws and one guide card, in the real library, line and store."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.bootstrap import wire
from assistant.pipeline import Assistant
from knowledge import ArticleRef, Found, Guide, Holdings, Kind, Library, Passage, Query, Statement
from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.mentions import find_all
from knowledge.statutes.model import (
    Article,
    ArticleNumber,
    Boundary,
    Division,
    Force,
    Item,
    Law,
    Paragraph,
    Rank,
    Wording,
)
from migrations.store import migrate

TODAY = date(2026, 3, 1)
CHANGED = date(2021, 1, 1)
BEGAN = date(2010, 1, 1)
ENDED = date(2015, 7, 1)

NEIGHBOURS = "邻里互助法"
PLATES = "旧门牌条例"

FENCE = ArticleRef(NEIGHBOURS, 2)

CARD = Guide(
    id="made-up-fence",
    title="邻居的篱笆挡了我的路怎么办",
    service="consultation",
    matter="housing.neighbours",
    ask=("邻居的篱笆挡路", "篱笆修到我家门口", "隔壁扎篱笆不让我走", "篱笆挡道找谁", "路被篱笆堵了", "篱笆能不能拆"),
    answer=(Statement("扎篱笆要给邻居留路。", (ArticleRef(NEIGHBOURS, 2, paragraph=1),)),),
    steps=(Statement("先和邻居商量，留下记录。"), Statement("商量不成，请村里调解。", (ArticleRef(NEIGHBOURS, 3),))),
    evidence=("篱笆的照片", "和邻居的聊天记录"),
    deadlines=(Statement("三十日内请人调解。", (ArticleRef(NEIGHBOURS, 3),)),),
    decides=("路是谁家的",),
    offices=("人民调解委员会",),
    hotlines=("12348",),
    desk="mediation",
    region="000000",
    checked=TODAY,
    corpus=TODAY,
)


def now() -> datetime:
    """A fixed moment."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


def laws() -> tuple[Law, ...]:
    """A law in two wordings, and one that was repealed."""
    old, new = Force(Boundary.on(BEGAN), Boundary.on(CHANGED)), Force(Boundary.on(CHANGED))
    plates = Force(Boundary(date(2000, 1, 1), date(2000, 6, 1)), Boundary.on(ENDED))
    return (
        Law(
            NEIGHBOURS,
            f"中华人民共和国{NEIGHBOURS}",
            Rank.LAW,
            "000000",
            Force(Boundary.on(BEGAN)),
            (_wording(NEIGHBOURS, old, "一尺"), _wording(NEIGHBOURS, new, "二尺")),
        ),
        Law(
            PLATES,
            PLATES,
            Rank.REGULATION,
            "000000",
            plates,
            (_wording(PLATES, plates, "一块"),),
            ended_by=f"《{NEIGHBOURS}》",
        ),
    )


def _wording(law: str, force: Force, width: str) -> Wording:
    chapter = (Division("章", "第一章　总则"),)
    articles = (
        Article(ArticleNumber(1), (Paragraph(1, "为了邻里和睦，写下这部法。"),), chapter),
        Article(
            ArticleNumber(2),
            (
                Paragraph(1, f"扎篱笆的，应当给邻居留路{width}。"),
                Paragraph(2, "有下列情形的，可以多留：", (Item(1, "（一）邻居有车；"), Item(2, "（二）邻居有牛。"))),
            ),
            chapter,
            caption="篱笆",
        ),
        Article(
            ArticleNumber(3), (Paragraph(1, "为篱笆争执的，三十日内请人调解。"),), (Division("章", "第二章　争执"),)
        ),
    )
    started = force.start.latest
    return Wording(law, law, force, started, started, (), "", articles, "made-up", f"{law}.md")


ASKED = tuple(f"邻居的篱笆占了我{feet}尺地，咋整" for feet in ("一", "两", "三", "四", "五", "六", "七"))
"""Questions that every second article answers, one more than a page shows."""


ASKED_OF_DISPUTES = ("请村里调解要不要收钱", "吵了一个多月了，还来得及找人调解吗")
"""Questions that every third article answers."""


@dataclass(frozen=True, slots=True)
class Country:
    """What a web app is made of."""

    assistant: Assistant
    holdings: Holdings


@dataclass(frozen=True, slots=True)
class FenceSearch:
    """Finds the one card for whoever speaks of fences; three articles are too few for a calibrated search."""

    def search(self, query: Query) -> Found:
        """The card, or nothing."""
        if "篱笆" not in query.words or Kind.GUIDE not in query.kinds:
            return Found((), 0.0, 0.0)
        return Found((Passage(CARD.id, Kind.GUIDE, CARD.title, CARD.answer[0].text, 1.0),), 0.0, 1.0)


def country(folder: Path, statutes: bool = True) -> Country:
    """The made-up country, its files below the folder; without statutes, the starter knowledge."""
    held = Holdings(
        library=_library(folder) if statutes else EmptyLibrary(),
        searcher=FenceSearch(),
        guides={CARD.id: CARD},
        gaps_touching=lambda matters, laws, day, region: (),
        find_refs=partial(find_all, names=NameFinder([NEIGHBOURS, PLATES])),
        statutes=statutes,
        corpora={"made-up": TODAY} if statutes else {},
        edition="made-up-1" if statutes else "",
        faults=() if statutes else ("starter",),
        asked_about=lambda ref, force: {2: ASKED, 3: ASKED_OF_DISPUTES}.get(ref.article, ()),
    )
    engine = open_engine(f"sqlite:///{folder / 'store.sqlite3'}")
    migrate(engine)
    return Country(wire(held, SqlConversations(engine), clock=now), held)


def _library(folder: Path) -> Library:
    build(folder / "library.sqlite", laws(), {}, lambda done, total: None)
    return SqliteLibrary(folder / "library.sqlite")
