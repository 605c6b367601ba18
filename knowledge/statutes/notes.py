"""What a citizen is told about a reference that does not simply hold: one plain Chinese sentence each."""

import re
from datetime import date

from knowledge.statutes import numerals
from knowledge.statutes.library import LawCard
from knowledge.statutes.model import Boundary, Force
from knowledge.statutes.reference import ArticleRef

_DECISION = re.compile(r"的?决定$|令第\d+号|通知$")


def say_day(day: date) -> str:
    """2021年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def not_known(name: str) -> str:
    """No law of that name."""
    return f"没有找到名为《{name}》的法律法规。"


def ambiguous(name: str, laws: tuple[LawCard, ...]) -> str:
    """The name stands for several laws."""
    return f"“{name}”可能指{'、'.join(f'《{law.id}》' for law in laws[:5])}，请写明全称。"


def not_installed() -> str:
    """No statutes at all."""
    return "本机尚未安装法律法规文本，无法核对条文。"


def ended(law: LawCard) -> str:
    """The law is repealed; `ended_by` names the law that takes its place, or the decision that only repealed it."""
    end = law.force.end
    when = f"已于{_when(end)}废止" if end else "已经废止"
    if not law.ended_by:
        return f"《{law.id}》{when}。"
    only_repealed = _DECISION.search(law.ended_by)
    return (
        f"《{law.id}》{when}（依据：{law.ended_by}）。"
        if only_repealed
        else f"《{law.id}》{when}，现由《{law.ended_by}》规定。"
    )


def not_yet(law: LawCard, force: Force, on: date) -> str:
    """The law, or its only text, starts later."""
    return f"《{law.id}》自{_when(force.start)}起施行，{say_day(on)}尚未生效。"


def text_ended(law: LawCard, force: Force) -> str:
    """This text of a law is no longer the one in force."""
    return f"这是《{law.id}》的旧文本，已于{_when(force.end)}失效。" if force.end else f"这是《{law.id}》的旧文本。"


def undecided(law: LawCard, on: date) -> str:
    """The day lies inside an uncertain boundary."""
    return f"现有资料不能确定{say_day(on)}适用《{law.id}》的哪一个文本，请以当时公布的文本为准。"


def not_held(law: LawCard, on: date) -> str:
    """The wording of that day is not held."""
    return f"{say_day(on)}适用的《{law.id}》文本没有收录，不能用其他时期的条文代替。"


def no_article(law: LawCard, ref: ArticleRef, highest: int) -> str:
    """The wording has no such article."""
    named = str(ArticleRef("", ref.article, ref.insert))
    return f"《{law.id}》共{highest}条，没有{named}。" if highest else f"《{law.id}》没有分条，没有{named}。"


def deleted(law: LawCard, ref: ArticleRef) -> str:
    """The article was in an older text, or its number stands empty."""
    return f"《{law.id}》当日适用的文本中已经没有{ArticleRef('', ref.article, ref.insert)}。"


def added_later(law: LawCard, ref: ArticleRef, start: Boundary) -> str:
    """The article came in with a later wording."""
    named = str(ArticleRef("", ref.article, ref.insert))
    return f"《{law.id}》{named}是后来增加的，自{_when(start)}起施行。"


def no_part(law: LawCard, ref: ArticleRef, paragraphs: int) -> str:
    """The article has no such 款, 项 or 目, or several that might be meant."""
    asked = str(ArticleRef("", 0, 0, ref.paragraph, ref.item, ref.item_insert, ref.point))
    named = str(ArticleRef("", ref.article, ref.insert))
    return f"《{law.id}》{named}共{numerals.write(paragraphs)}款，找不到{asked}。"


def _when(boundary: Boundary | None) -> str:
    if boundary is None:
        return "不详日期"
    if boundary.exact:
        return say_day(boundary.exact)
    return f"{say_day(boundary.earliest)}至{say_day(boundary.latest)}之间"
