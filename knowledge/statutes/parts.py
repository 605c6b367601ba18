"""The part of an article that a reference names: 款, 项, 目."""

from collections.abc import Sequence

from knowledge.statutes.model import Article, Item, Paragraph
from knowledge.statutes.reference import ArticleRef


def part_text(article: Article, ref: ArticleRef) -> str | None:
    """The text of exactly the part that `ref` names, the whole article's where it names none; None: no such part.

    An item without a paragraph is looked for in the only paragraph that has items; a point without an item in the
    only item that has points. Where several might be meant, none is.
    """
    if not (ref.paragraph or ref.item or ref.point):
        return article.text
    paragraphs = [p for p in article.paragraphs if ref.paragraph in (0, p.number)]
    if not (ref.item or ref.point):
        return paragraphs[0].full if paragraphs else None
    item = _item(paragraphs, ref)
    if item is None or not ref.point:
        return "\n".join((item.text, *item.points)) if item else None
    return item.points[ref.point - 1] if ref.point <= len(item.points) else None


def _item(paragraphs: Sequence[Paragraph], ref: ArticleRef) -> Item | None:
    listed = [paragraph for paragraph in paragraphs if paragraph.items]
    if len(listed) != 1:
        return None
    if ref.item:
        return next((i for i in listed[0].items if (i.number, i.insert) == (ref.item, ref.item_insert)), None)
    pointed = [item for item in listed[0].items if item.points]
    return pointed[0] if len(pointed) == 1 else None
