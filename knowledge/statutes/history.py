"""A law's editions, read from the lines of its history: passed, published, amended, revised, and when.

An edition is one state of the text, held or not: 「1997年3月14日…修订」 starts one, a later 「…公布」 or 「…施行」
belongs to it. The lines of one edition lie close together; a second passing opens the next edition.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.statutes.model import Rank, Revision

_PROSE = re.compile("制定本(?!法》)")
_UNFINISHED = re.compile("(?:和|、|，|并经|并)$")  # 「…通过并经」: the sentence goes on with a second body
_NAMED = re.compile(r"《[^》]*》")
_NEAR = 400  # days within which approval, publication and a second body's passing belong to one edition


class Act(StrEnum):
    """How an edition came about; an amendment leaves most of the text, and often its last article, as it was."""

    ENACTED = "enacted"
    REVISED = "revised"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a law's text. `started` is a first day of force that the history states."""

    passed: date
    act: Act
    approved: date | None = None
    published: date | None = None
    started: date | None = None
    event: str = ""

    @property
    def last(self) -> date:
        """The last day on which something happened to it, force aside."""
        return max(day for day in (self.passed, self.approved, self.published) if day)


@dataclass(frozen=True, slots=True)
class _Mark:
    """One dated event of a line."""

    day: date
    text: str

    def has(self, *words: str) -> bool:
        return any(word in self.text for word in words)

    @property
    def act(self) -> Act | None:
        """AMENDED and REVISED as the words say; None for a first passing or a mere step."""
        if any(word in self.text.replace("本修正案", "") for word in ("修正", "修改")):
            return Act.AMENDED
        return Act.REVISED if self.has("修订") else None

    @property
    def passes(self) -> bool:
        """Whether somebody passed something; a line with nothing but the name of the meeting means that too."""
        steps = ("批准", "公布", "发布", "公告", "颁布", "印发", "施行", "实施", "生效")
        return self.has("通过") or not (self.act or self.has(*steps))

    @property
    def text_alone(self) -> str:
        return _NAMED.sub("", self.text)


def read_editions(history: Iterable[Revision], rank: Rank) -> tuple[Edition, ...]:
    """The editions that a head's lines tell of, oldest first."""
    editions: list[Edition] = []
    previous: _Mark | None = None
    for mark in _marks(history):
        open_edition = editions[-1] if editions else None
        if open_edition and (joined := _join(open_edition, mark, previous, rank)):
            editions[-1] = joined
        elif not mark.text_alone.strip().startswith(("起施行", "起实施", "施行", "实施", "生效")) or not editions:
            editions.append(_open(mark, first=not editions))
        previous = mark
    return tuple(sorted(editions, key=lambda edition: edition.passed))


def _marks(history: Iterable[Revision]) -> Iterator[_Mark]:
    """The dated events of a head, without prose that parsing took for one (「…根据修改后的…，制定本解释」)."""
    for revision in history:
        if not _PROSE.search(revision.event):
            yield _Mark(revision.day, revision.event)


def _open(mark: _Mark, first: bool) -> Edition:
    act = Act.ENACTED if first and mark.act is not Act.AMENDED else mark.act or Act.AMENDED
    published = mark.day if mark.has("公布", "发布", "公告", "颁布", "印发") and not mark.has("通过") else None
    started = mark.day if published and mark.has("施行", "实施", "生效") else None
    return Edition(mark.day, act, None, published, started, mark.text)


def _join(edition: Edition, mark: _Mark, previous: _Mark | None, rank: Rank) -> Edition | None:
    """The edition with the mark added, or None where the mark opens the next edition."""
    if not 0 <= (mark.day - edition.last).days <= _NEAR and not _starts(mark):
        return None
    if _starts(mark):
        return replace(edition, started=mark.day) if mark.day >= edition.passed else None
    if mark.act and previous and previous.act is None and _UNFINISHED.search(previous.text.strip()):
        return replace(edition, act=mark.act, approved=mark.day if mark.has("批准") else None, event=mark.text)
    if mark.passes:
        return replace(edition, passed=mark.day) if _second_body(edition, mark, rank) else None
    if mark.has("批准") and edition.approved is None and edition.published is None:
        return replace(edition, approved=mark.day, act=mark.act or edition.act)
    if mark.act is None and edition.published is None and mark.has("公布", "发布", "公告", "颁布", "印发"):
        started = mark.day if mark.has("施行", "实施", "生效") else edition.started
        return replace(edition, published=mark.day, started=started)
    return None


def _starts(mark: _Mark) -> bool:
    """Whether the mark says no more than that force began: 「2018年9月7日 施行」, 「…起施行」."""
    if mark.act or not mark.has("施行", "实施", "生效", "起实行"):
        return False
    return not any(step in mark.text_alone for step in ("公布", "发布", "公告", "颁布", "通过", "批准"))


def _second_body(edition: Edition, mark: _Mark, rank: Rank) -> bool:
    """Whether court and procuratorate passed one interpretation, each on its day."""
    if rank is not Rank.INTERPRETATION or edition.published or edition.started:
        return False
    return ("检察" in edition.event) != ("检察" in mark.text)
