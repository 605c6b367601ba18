"""Facts of a made-up person for every document: each field is told, long texts in several lines."""

from datetime import date
from decimal import Decimal

from assistant.documents.model import Document, Field, Grid
from assistant.facts.model import Facts, Kind, Span, Value

_STORY = "第一天，双方商量，没有谈成。\n第二天，对方发来消息，说不会再付。\n此后多次催促，一直没有答复。"
_NAMES = {
    "name": "欧阳晓明",
    "home": "某省某市某区某某街道某某路一百二十三号某某小区四栋五单元六零七室",
    "phone": "13800000000",
}


def told(document: Document) -> Facts:
    """A value for every field of the document."""
    grids = {block.fact: block for block in document.layout if isinstance(block, Grid)}
    return {field.fact.id: _value(field, grids.get(field.fact.id)) for field in document.fields}


def _value(field: Field, grid: Grid | None) -> Value:
    match field.fact.kind:
        case Kind.MONEY:
            return Decimal("12345.60")
        case Kind.DATE:
            return date(2024, 3, 1)
        case Kind.SPAN:
            return Span(years=1, months=6)
        case Kind.NUMBER:
            return Decimal(3)
        case Kind.SHARE:
            return Decimal("0.12")
        case Kind.CHOICE:
            return field.fact.choices[0].id
        case Kind.FLAG:
            return True
        case Kind.REGION:
            return "310000"
        case Kind.TEXT:
            return _text(field, grid)


def _text(field: Field, grid: Grid | None) -> str:
    if grid:
        row = "｜".join(f"某某银行转账记录之{column}" for column in grid.columns)
        return f"{row}\n{row}\n{row}"
    if field.rows:
        return _STORY
    return _NAMES.get(field.fact.id.rpartition("_")[2], f"某某{field.fact.label}")
