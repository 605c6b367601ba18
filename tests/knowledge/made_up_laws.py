"""Small invented laws, as sheets, for tests of dating and of the library."""

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.statutes.dating import date_laws
from knowledge.statutes.model import NATION, Article, ArticleNumber, Division, Item, Law, Paragraph, Rank, Revision
from knowledge.statutes.sheet import Sheet
from knowledge.statutes.tables import Amendment, Repeal, Tables


def day(text: str) -> date:
    return date.fromisoformat(text)


def article(number: int, text: str | Sequence[Paragraph], insert: int = 0) -> Article:
    paragraphs = (Paragraph(1, text),) if isinstance(text, str) else tuple(text)
    return Article(ArticleNumber(number, insert), paragraphs, (Division("章", "第一章　总则"),))


def sheet(
    title: str,
    history: Iterable[str],
    texts: Iterable[str | Article],
    dated: str = "",
    rank: Rank = Rank.LAW,
    corpus: str = "china-law-db",
    starts: str = "",
) -> Sheet:
    """`history` lines are "2001-01-01 event"; texts become articles 1, 2, …"""
    articles = tuple(text if isinstance(text, Article) else article(n, text) for n, text in enumerate(texts, 1))
    revisions = tuple(Revision(day(line[:10]), line[11:]) for line in history)
    return Sheet(
        *(title, rank, NATION, revisions, "", articles, corpus, f"{title}({dated}).md"),
        dated=day(dated) if dated else None,
        starts=day(starts) if starts else None,
    )


def dated(sheets: Iterable[Sheet], tables: Tables | None = None) -> dict[str, Law]:
    return {law.id: law for law in date_laws(sheets, tables or Tables())}


ITEMS = article(
    2,
    (
        Paragraph(1, "下列情形不予登记："),
        Paragraph(
            2,
            "有下列情形之一的，应当登记：",
            (Item(1, "（一）申请的；", points=("1．本人；", "2．代理人；")), Item(2, "（二）应当的。")),
        ),
    ),
)

LAWS = dated(
    [
        sheet(
            "中华人民共和国船舶法", ["2000-03-01 通过"], ["船是船。", ITEMS, "本法自2000年6月1日起施行。"], "2000-03-01"
        ),
        sheet(
            "中华人民共和国船舶法",
            ["2000-03-01 通过", "2010-05-01 修订"],
            ["船是船。", "大船登记。", "本法自2010年9月1日起施行。"],
            "2010-05-01",
        ),
        sheet(
            "中华人民共和国船舶法",
            ["2000-03-01 通过", "2010-05-01 修订", "2012-01-01 第一次修正", "2015-01-01 第二次修正"],
            ["船是船。", "小船登记。", "本法自2010年9月1日起施行。", "新增。"],
            "2015-01-01",
            corpus="just-laws",
        ),
        sheet("中华人民共和国灯塔法", ["1990-01-05 通过"], ["灯塔常明。", "本法自公布之日起施行。"], "1990-01-05"),
        sheet(
            "中华人民共和国运河法",
            ["1980-01-01 通过", "1995-01-01 修订"],
            ["运河通航。", "本法自1995年3月1日起施行。"],
            "1995-01-01",
        ),
        sheet("中华人民共和国海岸法", ["2030-02-01 通过"], ["海岸开放。", "本法自2031年1月1日起施行。"], "2030-02-01"),
    ],
    Tables(
        repeals=(
            Repeal("灯塔法", day("2020-01-01"), "海岸法", "海岸法第九条", "海岸法"),
            Repeal("运河法", day("2020-01-01"), "海岸法", "海岸法第九条", "海岸法"),
            Repeal("港口税法", day("2005-01-01"), "国务院关于废止税法的决定", "该决定"),
        ),
        amendments=(
            Amendment("船舶法", day("2012-01-01"), day("2012-07-01"), "决定"),
            Amendment("运河法", day("1980-01-01"), day("1980-06-01"), "该法末条"),
            Amendment("运河法", day("2005-01-01"), day("2005-06-01"), "决定"),
            Amendment("港口税法", day("1985-01-01"), day("1986-01-01"), "该法第三条"),
        ),
    ),
)
"""船舶法: wordings of 2000-06-01 and 2010-09-01, one of 2012-07-01 that is not held, one of 2015 whose start is not
known; 灯塔法: repealed; 运河法: repealed, and only the second of its three wordings is held; 海岸法: not yet in force;
港口税法: known from the tables only."""
