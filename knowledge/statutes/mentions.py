"""References inside running text, one by one: laws, articles, lists and ranges of them.

「民法典第十条、第十二条第二款至第四款」 is four mentions; a law once named holds to the end of its sentence, an article
to the end of its list. 本法 and 前款 are reported, not resolved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from knowledge.statutes.finder import NameFinder
from knowledge.statutes.names import normalise
from knowledge.statutes.reference import ArticleRef, is_name
from knowledge.statutes.tokens import UNITS, Sort, Token, between, scan


class Named(StrEnum):
    """How a mention's law was named."""

    TITLE = "title"  # 《民法典》第十条
    NAME = "name"  # 民法典第十条
    CARRIED = "carried"  # the law named before it in the sentence
    ANAPHOR = "anaphor"  # 本法第十条, 前款: which one, only the context can tell
    NONE = "none"  # 第十条 alone


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a text: characters [start, end), what it refers to, how its law was named.

    The law of `ref` is empty where `named` is ANAPHOR or NONE. All mentions of a range or of 第一、二项 share a span.
    """

    start: int
    end: int
    ref: ArticleRef
    named: Named

    @property
    def anaphoric(self) -> bool:
        """Whether it points back (本法, 前款) and is not resolved."""
        return self.named is Named.ANAPHOR


_LINK = re.compile(r"\s*(?:、|，|,|和|及|以及|与|或者|或|并|；|;)?\s*")
_RANGE = re.compile(r"\s*(?:至|到|-|—|～|~)\s*")
# between a name and its article: 《刑法》（2023年修正）第十条 · 民法典的第十条 · 《民法典》（以下简称民法典）第十条
_BRIDGE = re.compile(r"\s*[”’〉]?\s*(?:[（(][^（）()。]{1,30}[）)])?\s*的?\s*")
_SENTENCE = re.compile(r"[。！？!?\n]")
_ABBREVIATIONS = (
    "法",
    "条例",
    "规定",
    "解释",
    "办法",
    "决定",
    "安排",
    "修正案",
    "意见",
    "通知",
    "规则",
    "细则",
    "批复",
    "标准",
)
"""《解释》 is a name that a text gave itself or another before: it points back as 本解释 does."""

_FIELDS = {"条": ("article", "insert"), "款": ("paragraph", ""), "项": ("item", "item_insert"), "目": ("point", "")}


def find_all(text: str, names: NameFinder | None = None) -> list[Mention]:
    """Every reference in the text, in order.

    `names` are the laws known; without it, bare names are found by their endings (…法第十条).
    """
    reader = _Reader(text)
    for token in scan(text, names):
        reader.read(token)
    reader.flush()
    return [mention for mention in reader.mentions if mention.ref.law or mention.named is not Named.TITLE]


@dataclass(slots=True)
class _Place:
    """A place being read: the law as it was named, then units in falling order."""

    start: int
    end: int
    ref: ArticleRef
    named: Named
    unit: str = ""
    numbers: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Reader:
    """Puts tokens together."""

    text: str
    mentions: list[Mention] = field(default_factory=list)
    place: _Place | None = None
    law: str = ""
    how: Named = Named.NONE
    position: int = 0

    def read(self, token: Token) -> None:
        gap = self.text[self.position : token.start]
        if _SENTENCE.search(gap):
            self.flush()
            self.law, self.how = "", Named.NONE
        if token.sort is Sort.UNIT:
            self._unit(token, gap)
        elif token.sort is Sort.BACK:
            self._back(token)
        else:
            self._law(token)
        self.position = token.end

    def flush(self) -> None:
        """Report the place that is being read."""
        if self.place:
            self.mentions.extend(_spread(self.place))
        self.place = None

    def _law(self, token: Token) -> None:
        self.flush()
        if token.sort is Sort.SELF:
            self.law, self.how = "", Named.ANAPHOR
        else:
            self.law = normalise(token.text)
            self.how = Named.TITLE if token.sort is Sort.TITLE else Named.NAME
        if self.law in _ABBREVIATIONS:
            self.law, self.how = "", Named.ANAPHOR
        elif self.how is Named.TITLE and not is_name(token.text):
            self.law, self.how = "", Named.NONE
            return
        self.place = _Place(token.start, token.end, ArticleRef(self.law), self.how)

    def _back(self, token: Token) -> None:
        self.flush()
        self.place = _Place(token.start, token.end, ArticleRef(""), Named.ANAPHOR, token.unit)

    def _unit(self, token: Token, gap: str) -> None:
        place = self.place
        if place and _lower(token.unit, place.unit) and _BRIDGE.fullmatch(gap):
            self._descend(place, token)
        elif place and place.unit and _RANGE.fullmatch(gap) and place.unit == token.unit:
            place.numbers += (*between(place.numbers[-1], token.numbers[0]), *token.numbers)
            place.end = token.end
        elif token.text.startswith("第") or (place and place.unit == token.unit and _LINK.fullmatch(gap)):
            self._start(token, _LINK.fullmatch(gap) is not None)

    def _descend(self, place: _Place, token: Token) -> None:
        """第三款 right after 第一千零七十九条; of 第十、十一条第二款 only the last article has the paragraph."""
        if place.numbers:
            *others, last = place.numbers
            self.mentions.extend(_spread(replace(place, numbers=tuple(others))) if others else ())
            place.ref = _with(place.ref, place.unit, last)
        place.unit, place.numbers, place.end = token.unit, token.numbers, token.end

    def _start(self, token: Token, linked: bool) -> None:
        """A new place: 条 takes the sentence's law; 款, 项, 目 go on from the place before when a 、 links them."""
        before = self.place
        self.flush()
        if token.unit == "条":
            how = Named.CARRIED if self.how in (Named.TITLE, Named.NAME) else self.how
            self.place = _Place(token.start, token.end, ArticleRef(self.law), how, "条", token.numbers)
        elif before and linked and before.ref.law + before.unit and not _lower(token.unit, before.unit):
            how = before.named if before.named in (Named.ANAPHOR, Named.NONE) else Named.CARRIED
            above = _above(before, token.unit)
            self.place = _Place(token.start, token.end, above, how, token.unit, token.numbers)
        else:
            self.place = _Place(token.start, token.end, ArticleRef(""), Named.ANAPHOR, token.unit, token.numbers)


def _lower(unit: str, above: str) -> bool:
    """Whether a unit stands below another; every unit stands below a law itself."""
    return not above or UNITS.index(unit) > UNITS.index(above)


def _with(ref: ArticleRef, unit: str, number: tuple[int, int]) -> ArticleRef:
    name, insert = _FIELDS[unit]
    changes: dict[str, Any] = {name: number[0]} | ({insert: number[1]} if insert else {})
    return replace(ref, **changes)


def _above(place: _Place, unit: str) -> ArticleRef:
    """What a place says above a unit: of 第十条第一款第二项, above 款 it is 第十条."""
    ref = _with(place.ref, place.unit, place.numbers[-1]) if place.numbers else place.ref
    for lower in UNITS[UNITS.index(unit) :]:
        ref = _with(ref, lower, (0, 0))
    return ref


def _spread(place: _Place) -> Iterator[Mention]:
    """One mention a number of the place's last unit."""
    for number in place.numbers or ((0, 0),):
        ref = _with(place.ref, place.unit, number) if place.unit else place.ref
        yield Mention(place.start, place.end, ref, place.named)
