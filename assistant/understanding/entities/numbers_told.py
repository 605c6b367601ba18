"""The number in an answer to 「几个」「多少小时」: by its unit, or the only number there is."""

import re
from decimal import Decimal

from assistant.understanding.entities.numerals import NUMBER, number

_NONE = re.compile(
    r"(?:我|我们|家里|都|也|还|一个都|一个也|一次都|一天都|从来|目前|暂时)*(?:没有?|没得|冇|莫得|无|零|0)(?:孩子|小孩|娃|加班|休|过|请过|的|了"
    r"|啊|呢|人)*[。！，]?"
)
_HALF = re.compile(rf"(?P<n>{NUMBER})(?:个|年|天|小时)?半")
_PAIRS = {"俩": Decimal(2), "仨": Decimal(3)}
_SHORT = 12
"""An answer of so many characters may be its number and little else."""


def number_told(text: str, unit: str = "") -> Decimal | None:
    """The number of the unit, the only number of a short answer, or 0 for 没有; None where it is not clear."""
    if _NONE.fullmatch(text):
        return Decimal(0)
    if half := _HALF.search(text):
        count = number(half["n"])
        return None if count is None else count + Decimal("0.5")
    found = _numbers(text, rf"\s*(?:个)?{re.escape(unit)}") if unit else set()
    if not found and len(text) <= _SHORT:
        found = _numbers(text, "") | {value for word, value in _PAIRS.items() if word in text}
    told = found.pop() if len(found) == 1 else None
    return told


def _numbers(text: str, after: str) -> set[Decimal | None]:
    """Numbers before these words; None stands for one that is a range or an approximation."""
    pattern = re.compile(rf"(?<![0-9.第])(?P<n>{NUMBER})(?P<rough>[多来几]|出头)?{after}")
    return {None if match["rough"] else number(match["n"]) for match in pattern.finditer(text)}
