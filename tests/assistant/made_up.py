"""A made-up country for tests of the assistant: four small laws through time, two guide cards, a fixed search."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.errors import StoreUnavailable
from assistant.model import Conversation, Reply, Turn
from knowledge import ArticleRef, Found, Gap, Guide, Holdings, Kind, Library, Passage, Query, Statement
from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.statutes.finder import NameFinder
from knowledge.statutes.mentions import find_all
from knowledge.statutes.model import Article, ArticleNumber, Boundary, Force, Item, Law, Paragraph, Rank, Wording

TODAY = date(2026, 3, 1)
BEGAN, CHANGED, COMES = date(2010, 1, 1), date(2021, 1, 1), date(2027, 1, 1)
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))

FENCES, WELLS, OLD_WELLS, BRIDGES = "篱笆法", "水井条例", "旧水井条例", "桥梁法"


def ref(law: str, article: int, paragraph: int = 0, item: int = 0) -> ArticleRef:
    return ArticleRef(law, article, paragraph=paragraph, item=item)


def _items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(number, text) for number, text in enumerate(texts, 1))


def _articles(*articles: Sequence[Paragraph | tuple[str, tuple[Item, ...]] | str]) -> tuple[Article, ...]:
    return tuple(
        Article(
            ArticleNumber(number),
            tuple(
                Paragraph(place, row) if isinstance(row, str) else Paragraph(place, *row)  # type: ignore[misc]
                for place, row in enumerate(rows, 1)
            ),
        )
        for number, rows in enumerate(articles, 1)
    )


def _fence_articles(width: str, days: str) -> tuple[Article, ...]:
    return _articles(
        ("为了邻里和睦，制定本法。",),
        (
            f"扎篱笆的，应当给邻居留路{width}，但是邻居书面同意的除外。",
            ("有下列情形之一的，可以多留：", _items("（一）邻居有车；", "（二）邻居有牛；", "（三）路上积水。")),
            ("篱笆上不得有下列物件：", _items("（一）铁丝网；", "（二）碎玻璃。")),
        ),
        (f"为篱笆争执的，应当在{days}日内请人调解。调解不收费。但是双方约定收费的，按约定办理。",),
        ("扎篱笆的人拒绝留路的，邻居可以请求拆除。拆除的费用由扎篱笆的人承担。", "前款规定的请求，应当在一年内提出。"),
        ("本法所称的“篱笆”，是指竹、木、草扎成的围栏。",),
    )


def laws() -> tuple[Law, ...]:
    """篱笆法: 2010, 2021 and a wording of 2027; 水井条例 since 2021 in place of 旧水井条例; 桥梁法 since 2010."""
    past, now = Force(Boundary.on(BEGAN), Boundary.on(CHANGED)), Force(Boundary.on(CHANGED), Boundary.on(COMES))
    wells = _articles(
        ("打井的，应当离邻居的井十丈以上。",), ("井水可以共用。共用的费用平均分摊。",), ("填井的，应当先告知邻居。",)
    )
    old_wells = _articles(("打井的，应当离邻居的井五丈以上。",), ("井水不得共用。",))
    bridges = _articles(("过桥不收费。",), ("修桥的费用，由村里承担。",), ("桥上不得堆放柴草。",))
    return (
        _law(
            FENCES,
            Rank.LAW,
            (past, _fence_articles("一尺", "六十")),
            (now, _fence_articles("二尺", "三十")),
            (Force(Boundary.on(COMES)), _fence_articles("三尺", "十五")),
        ),
        _law(WELLS, Rank.REGULATION, (Force(Boundary.on(CHANGED)), wells)),
        _law(OLD_WELLS, Rank.REGULATION, (past, old_wells), ended_by=f"《{WELLS}》"),
        _law(BRIDGES, Rank.LAW, (Force(Boundary.on(BEGAN)), bridges)),
    )


def _law(law: str, rank: Rank, *wordings: tuple[Force, tuple[Article, ...]], ended_by: str = "") -> Law:
    made = tuple(
        Wording(law, law, force, force.start.exact, force.start.exact, (), "", articles, "made-up", f"{law}.md")
        for force, articles in wordings
    )
    force = replace(made[0].force, end=made[-1].force.end)
    return Law(law, law, rank, "000000", force, made, ended_by)


FENCE_CARD = Guide(
    id="made-up-fence",
    title="邻居的篱笆挡了我的路怎么办",
    service="consultation",
    matter="housing.neighbours",
    ask=("邻居的篱笆挡路", "篱笆修到我家门口", "隔壁扎篱笆不让我走", "篱笆挡道找谁", "路被篱笆堵了", "篱笆能不能拆"),
    answer=(
        Statement("扎篱笆的应当给邻居留二尺宽的路。", (ref(FENCES, 2, 1),)),
        Statement("不肯留路的，您可以请求拆除。", (ref(FENCES, 4, 1),)),
    ),
    steps=(Statement("先和邻居商量，留下记录。"), Statement("商量不成，请村里调解，不收费。", (ref(FENCES, 3),))),
    evidence=("篱笆的照片", "和邻居的聊天记录"),
    deadlines=(Statement("请人调解要在三十日内。", (ref(FENCES, 3),)),),
    decides=("路是谁家的",),
    offices=("人民调解委员会",),
    hotlines=("12348",),
    desk="mediation",
    region="000000",
    checked=TODAY,
    corpus=TODAY,
)

WELL_CARD = replace(
    FENCE_CARD,
    id="made-up-well",
    title="井水怎么分",
    answer=(Statement("井水可以共用，费用平均分摊。", (ref(WELLS, 2),)),),
    steps=(Statement("先告知邻居。"),),
    deadlines=(),
)


@dataclass(frozen=True, slots=True)
class FixedSearch:
    """Finds the given articles and cards, whatever is asked; like the real one, only what holds that day."""

    library: Library
    refs: tuple[ArticleRef, ...] = ()
    cards: tuple[Guide, ...] = ()
    confidence: float = 0.9
    guide_confidence: float = 0.9

    def search(self, query: Query) -> Found:
        """The articles that hold, then the cards."""
        found = [(ref, self.library.resolve(ref, query.day)) for ref in (*query.refs, *self.refs)]
        articles = [
            Passage(str(ref), Kind.ARTICLE, ref.law, f.text, 1.0, ref) for ref, f in found if f.citable and f.text
        ]
        cards = [Passage(card.id, Kind.GUIDE, card.title, card.answer[0].text, 1.0) for card in self.cards]
        return Found((*articles, *cards), self.confidence if articles else 0.0, self.guide_confidence if cards else 0.0)


ALL_REFS = (ref(FENCES, 2), ref(FENCES, 3), ref(FENCES, 4), ref(FENCES, 5), ref(WELLS, 1), ref(WELLS, 2))
"""What FixedSearch finds in `holdings`; 水井条例第三条 and 桥梁法 are law that was not retrieved."""


def library(folder: Path) -> SqliteLibrary:
    """The laws in a real library file below the folder."""
    build(folder / "library.sqlite", laws())
    return SqliteLibrary(folder / "library.sqlite")


def holdings(held: Library, gaps: tuple[Gap, ...] = (), **search: object) -> Holdings:
    """Holdings over the library. `search` changes FixedSearch; its default finds ALL_REFS and the fence card."""
    options = {"refs": ALL_REFS, "cards": (FENCE_CARD,)} | search
    return Holdings(
        library=held,
        searcher=FixedSearch(held, **options),  # type: ignore[arg-type]
        guides={card.id: card for card in (FENCE_CARD, WELL_CARD)},
        gaps_touching=lambda matters, laws, day, region: gaps,
        find_refs=partial(find_all, names=NameFinder([FENCES, WELLS, OLD_WELLS, BRIDGES])),
        statutes=not isinstance(held, EmptyLibrary),
        corpora={},
        edition="made-up",
        faults=("starter",) if isinstance(held, EmptyLibrary) else (),
    )


@dataclass(slots=True)
class Memory:
    """The Conversations port in memory. `fails` names the calls that raise StoreUnavailable: load, save."""

    fails: frozenset[str] = frozenset()
    replies: list[Reply] = field(default_factory=list)

    def load(self, conversation: str | None, turn: Turn) -> Conversation:
        """A new conversation each time."""
        if "load" in self.fails:
            raise StoreUnavailable("made to fail")
        return Conversation(conversation or "c1", turn=turn)

    def save(self, reply: Reply) -> None:
        """Keep the reply."""
        if "save" in self.fails:
            raise StoreUnavailable("made to fail")
        self.replies.append(reply)
