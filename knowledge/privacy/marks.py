"""Marks in the place of personal data: 〔姓名〕, and 〔姓名2〕 for the second person of a text."""

import re

from knowledge.privacy.find import find
from knowledge.privacy.model import MARKS, Masked, PersonalKind, PersonalSpan

_KINDS = "|".join(MARKS.values())
_MARK = re.compile(rf"〔(?P<kind>{_KINDS})(?P<number>\d*)〕")
_ANNOUNCED = re.compile(
    rf"(?:我的?)?(?:身份证|证件|电话|手机|座机|银行卡|卡|邮箱|微信|护照|车牌|地址|住址)?(?:号码?)?(?:是|为|：|:)?\s*{_MARK.pattern}"
)  # 身份证号是〔证件号〕


def mask(text: str, read_as: str | None = None) -> Masked:
    """The text with each piece of personal data replaced by its mark, the same piece by the same mark.

    A text without any, or one masked before, stays as it is. `read_as` is the text in simplified characters, of the
    same length, where it is written in others. ValueError where it is longer or shorter.
    """
    if read_as is not None and len(read_as) != len(text):
        raise ValueError(
            f"{len(read_as)} characters for {len(text)} (rule: read_as is the text, character by character)"
        )
    spans = find(read_as if read_as is not None else text)
    marks = _Marks(text)
    parts, end = [], 0
    for span in spans:
        parts += [text[end : span.start], marks.of(span, text)]
        end = span.end
    return Masked("".join([*parts, text[end:]]), spans) if spans else Masked(text)


def without_marks(text: str) -> str:
    """The text without the marks and the words that announce them, for searching."""
    return _ANNOUNCED.sub(" ", text)


class _Marks:
    """The marks of one text: numbers go on after those that stand in it already."""

    def __init__(self, text: str) -> None:
        self._last: dict[str, int] = {}
        self._given: dict[tuple[PersonalKind, str], str] = {}
        for match in _MARK.finditer(text):
            self._last[match["kind"]] = max(self._last.get(match["kind"], 0), int(match["number"] or 1))

    def of(self, span: PersonalSpan, text: str) -> str:
        key = span.kind, re.sub(r"[\s-]", "", text[span.start : span.end])
        if key not in self._given:
            number = self._last.get(span.kind.mark, 0) + 1
            self._last[span.kind.mark] = number
            self._given[key] = f"〔{span.kind.mark}{number if number > 1 else ''}〕"
        return self._given[key]
