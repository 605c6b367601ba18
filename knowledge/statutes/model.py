"""Statutes as values: Law, Wording (one dated version), Division, Article, Paragraph (款), Item (项).

Dates are civil dates in Asia/Shanghai. Force is half-open: a wording holds on `day` when start <= day < end.
The sources do not always say when a wording came into force, so a boundary is a span of days in which it lies;
a day inside that span is *unknown*, never guessed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

NATION = "000000"
"""GB/T 2260 code that Lawline gives to law of the whole nation."""


class Rank(StrEnum):
    """Rank of an instrument (立法法 chapters 2 to 5), highest first."""

    CONSTITUTION = "constitution"  # 宪法
    LAW = "law"  # 法律, and decisions of the NPC and its Standing Committee
    INTERPRETATION = "interpretation"  # 司法解释
    REGULATION = "regulation"  # 行政法规
    LOCAL = "local"  # 地方性法规
    RULE = "rule"  # 部门规章 and standards


class Status(StrEnum):
    """Whether something holds on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Boundary:
    """A change of law that happened on a day in [earliest, latest]; exact when both are the same."""

    earliest: date
    latest: date

    @classmethod
    def on(cls, day: date) -> "Boundary":
        """A change on exactly this day."""
        return cls(day, day)

    @property
    def exact(self) -> date | None:
        """The day of the change, where it is known."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Force:
    """The time in which a law or a wording holds; `end` is None while nothing is known to have ended it."""

    start: Boundary
    end: Boundary | None = None

    def status(self, on: date) -> Status:
        """Whether it holds on that day."""
        if on < self.start.earliest:
            return Status.NOT_YET
        if self.end and on >= self.end.latest:
            return Status.ENDED
        if on < self.start.latest or (self.end and on >= self.end.earliest):
            return Status.UNKNOWN
        return Status.IN_FORCE

    @property
    def known(self) -> bool:
        """Whether both ends are known to the day (an open end counts as known)."""
        return self.start.exact is not None and (self.end is None or self.end.exact is not None)


@dataclass(frozen=True, slots=True, order=True)
class ArticleNumber:
    """第N条, 第N条之M (`insert`, 0 where there is none). Number 0 stands for a text without articles."""

    number: int
    insert: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An item (项) of a paragraph: （一）…; `points` are its 目 (1. 2. 3.) in order.

    `number` counts as printed: （十二） is 12; `insert` is M in 第N项之M, 0 where there is none.
    """

    number: int
    text: str
    insert: int = 0
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (款) of an article: its own words, its items, and the words after the items, if any.

    Words that follow an item list without opening a new paragraph do not exist in statutes; a block after the
    items is the next paragraph.
    """

    number: int
    text: str
    items: tuple[Item, ...] = ()

    @property
    def full(self) -> str:
        """The paragraph with its items, one a line, as printed."""
        lines = [self.text] if self.text else []
        for item in self.items:
            lines.append(item.text)
            lines.extend(item.points)
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Division:
    """A heading above an article: kind is 编, 分编, 章, 节 or the like; `title` is the heading as printed."""

    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条): its number, the headings above it, its paragraphs, and its caption, if it has one."""

    number: ArticleNumber
    paragraphs: tuple[Paragraph, ...]
    divisions: tuple[Division, ...] = ()
    caption: str = ""

    @property
    def text(self) -> str:
        """All paragraphs and items, one a line, without the number; a quotation must be part of this."""
        return "\n".join(paragraph.full for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a law's history: the day of passing or publishing, and what happened, as printed."""

    day: date
    event: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One dated version of a law.

    `law` is the law's id; `passed` the day on which this wording was passed or last amended (None where the source
    has no date); `published` the day of promulgation; `corpus` and `path` say where the text was read.
    """

    law: str
    title: str
    force: Force
    passed: date | None
    published: date | None
    history: tuple[Revision, ...]
    preamble: str
    articles: tuple[Article, ...]
    corpus: str
    path: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law through time. `id` is the title without 中华人民共和国, in normal form; `wordings` oldest first.

    `force` is the life of the law as such: from the first day of its first wording to its repeal.
    """

    id: str
    title: str
    rank: Rank
    region: str
    force: Force
    wordings: tuple[Wording, ...]
    ended_by: str = ""
