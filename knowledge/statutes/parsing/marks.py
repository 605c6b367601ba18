"""The marks that open a part of a statute: 第一条, 第一章, 一、, （一）, 1., (1), and what follows them.

Each pattern stands beside a line that it matches.
"""

import re
from dataclasses import dataclass

from knowledge.statutes import numerals
from knowledge.statutes.model import ArticleNumber, Division

_N = f"({numerals.NUMERAL})"
_HAN = "([零〇一二两三四五六七八九十百]+)"

# 第一百三十三条之一 在道路上… · 第三条（删去）
_ARTICLE = re.compile(rf"第 ?{_N} ?条(?: ?之 ?{_N}(?![0-9年月日]))?(?P<gap>\s+|$|(?=[（(【]))")
# 第十五 条工商…
_SLIPPED = re.compile(rf"第 ?{_N} 条(?=[\u4e00-\u9fff“])")
# 第三编 婚姻家庭 · 第二分编 担保物权
_DIVISION = re.compile(rf"第 ?{_N} ?(分编|编|章|节) ?(.*)")
# 一、管辖 · 二．其他
_SECTION = re.compile(rf"{_HAN} ?[、．.] ?(.*)", re.DOTALL)
_HAN_ONLY = re.compile(_HAN)
# 12.人民法院… · 3．… · 1、…
_POINT = re.compile(r"(\d{1,3}) ?[.．、] ?(?P<rest>.*)", re.DOTALL)
# （一）… · (十一) … · “（四）… · （三之一）…
_ITEM = re.compile(rf"[“\"]?[（(] ?{_HAN}(?:之{_HAN})? ?[)）](?![、至和] ?[（(]|[项款])")
# (1)… · （2）… · ①…
_SUBPOINT = re.compile(r"[“\"]?(?:[（(] ?(\d{1,3}) ?[)）]|([①-⑳]))")
# 【立法目的】 为了…
_CAPTION = re.compile(r"【([^】]{1,30})】 *")
_DIGITS = tuple("0123456789０１２３４５６７８９") + tuple(chr(0x2488 + i) for i in range(20))
_NUMBER_SIGNS = str.maketrans({chr(0x2488 + i): f"{i + 1}." for i in range(20)})  # ⒈ -> 1.

ITEM, POINT, SUBPOINT = "（一）", "1.", "(1)"
DIVISION_ORDER = {"编": 0, "分编": 1, "章": 2, "节": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line: its number, and the words after it."""

    number: int
    rest: str
    insert: int = 0

    @property
    def article(self) -> ArticleNumber:
        """The mark's number as an article's."""
        return ArticleNumber(self.number, self.insert)


@dataclass(frozen=True, slots=True)
class ListMark:
    """A mark of a list, with its kind: ITEM （一）, POINT 1., SUBPOINT (1)."""

    kind: str
    number: int
    insert: int = 0

    @property
    def first(self) -> bool:
        """Whether it opens a list."""
        return self.number == 1 and not self.insert

    def follows(self, other: "ListMark") -> bool:
        """Whether it is the next mark of the same list: （二） after （一）, （三之一） after （三）."""
        if self.kind != other.kind:
            return False
        if self.insert:
            return (self.number, self.insert) == (other.number, other.insert + 1)
        return self.number == other.number + 1


def article(text: str) -> Mark | None:
    """第N条 or 第N条之M at the start of a line, set off by a space, by a caption, or alone."""
    if not text.startswith("第"):
        return None
    found = _ARTICLE.match(text)
    if not found:
        return None
    return Mark(numerals.parse(found[1]), text[found.end() :], numerals.parse(found[2]) if found[2] else 0)


def slipped_article(text: str) -> Mark | None:
    """第十五 条工商…: an article's mark whose space slipped to the wrong side of 条."""
    found = _SLIPPED.match(text)
    return Mark(numerals.parse(found[1]), text[found.end() :]) if found else None


def section(text: str, heading: bool = False) -> Mark | None:
    """一、 at the start of a line; in a heading also 三 alone."""
    found = _SECTION.fullmatch(text + "、" if heading and _HAN_ONLY.fullmatch(text) else text)
    return Mark(numerals.parse(found[1]), found[2]) if found else None


def point(text: str) -> Mark | None:
    """1. or 1、 at the start of a line. 1.300总吨 is point 1 of 300总吨: only the order of numbers can tell."""
    if not text.startswith(_DIGITS):
        return None
    found = _POINT.fullmatch(text[:1].translate(_NUMBER_SIGNS) + text[1:])
    return Mark(int(found[1]), found["rest"]) if found else None


def listing(text: str) -> ListMark | None:
    """（一）, （三之一）, 1., (1) or ① at the start of a line; a quotation mark may come first."""
    if found := _ITEM.match(text):
        return ListMark(ITEM, numerals.parse(found[1]), numerals.parse(found[2]) if found[2] else 0)
    if numbered := point(text):
        return ListMark(POINT, numbered.number)
    if found := _SUBPOINT.match(text):
        return ListMark(SUBPOINT, int(found[1]) if found[1] else ord(found[2]) - ord("①") + 1)
    return None


def division(text: str) -> tuple[int, Division] | None:
    """第N编/分编/章/节 at the start of a line: its number and the heading, with one space after the mark."""
    found = _DIVISION.fullmatch(text)
    if not found:
        return None
    title = f"第{found[1]}{found[2]} {found[3].replace(' ', '')}".strip()
    return numerals.parse(found[1]), Division(found[2], title)


def caption(text: str) -> tuple[str, str]:
    """The caption 【…】 that opens an article's words, and the words after it; ("", text) where none does."""
    found = _CAPTION.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)
