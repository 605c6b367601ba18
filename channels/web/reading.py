"""A law opened at a place on a day: what the article viewer and GET /api/v1/laws show."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from channels.web.errors import NotHeld
from channels.web.law_wordings import wordings_of
from knowledge import ArticleRef, Finding, Force, LawCard, Library, Miss, Status, Version, Wording, parse_ref

LONGEST = 200
"""Characters of a reference; the longest title held has about 120."""

_SHOWN = frozenset({Miss.NONE, Miss.NO_WORDING})
"""Outcomes that are shown as a page: the text, or that the text of that day is not held."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`finding` is the place on the day; `wording` the whole text around it, where one is held.

    `ref` bears the law's id. `before` and `after` are the neighbouring articles; `versions` every text of the article,
    oldest first; `wordings` every text of the law. For a law as a whole, `versions` is empty.
    """

    ref: ArticleRef
    on: date
    law: LawCard
    finding: Finding
    wording: Wording | None
    wordings: tuple[Wording, ...]
    versions: tuple[Version, ...] = ()
    before: ArticleRef | None = None
    after: ArticleRef | None = None

    @property
    def status(self) -> Status:
        """Whether the article, or the law where no article is named, holds on the day."""
        return self.finding.status if self.ref.article else self.law.force.status(self.on)

    @property
    def force(self) -> Force:
        """The time in which what is shown holds: the article's text, or the law where no article is shown."""
        version = self.finding.version
        return version.force if version and self.finding.article else self.law.force


def read(library: Library, text: str, on: date) -> Reading:
    """Open the law that the text refers to. ReferenceSyntaxError where it refers to nothing.

    NotHeld where the law, the article or the part of it is not there.
    """
    ref = parse_ref(text[: LONGEST + 1])
    finding = library.resolve(ref, on)
    law = finding.law or _only(library, ref)
    finding = replace(finding, law=law)
    ref = replace(ref, law=law.id)
    if ref.article and finding.miss not in _SHOWN:
        raise NotHeld(finding.note or f"《{law.title}》里没有{ref.place}。")
    wordings = wordings_of(library, law)
    wording = library.wording(law.id, _day_of_text(finding, on, wordings))
    if not ref.article:
        return Reading(ref, on, law, finding, wording, wordings)
    before, after = _neighbours(ref, wording)
    return Reading(ref, on, law, finding, wording, wordings, library.versions(ref.whole_article), before, after)


def _only(library: Library, ref: ArticleRef) -> LawCard:
    """The one law of the name. NotHeld where there is none, or several."""
    cards = library.find(ref.law)
    if not cards:
        finding = library.resolve(ref, date.max)
        raise NotHeld(finding.note or f"没有找到名叫《{ref.law}》的法律，请检查名称。")
    if len(cards) > 1:
        names = "、".join(f"《{card.title}》" for card in cards[:8])
        raise NotHeld(f"「{ref.law}」可以指好几部法律：{names}，请写全名。")
    return cards[0]


def _day_of_text(finding: Finding, on: date, wordings: tuple[Wording, ...]) -> date:
    """A day on which the text shown was in force: the day itself, else the last or first day of what is shown."""
    forces = [finding.version.force] if finding.version else [wording.force for wording in wordings]
    if not forces or any(force.status(on) is Status.IN_FORCE for force in forces):
        return on
    nearest = forces[0] if on < forces[0].start.latest else forces[-1]
    if on < nearest.start.latest or nearest.end is None:
        return nearest.start.latest
    return max(nearest.start.latest, nearest.end.earliest - timedelta(days=1))


def _neighbours(ref: ArticleRef, wording: Wording | None) -> tuple[ArticleRef | None, ArticleRef | None]:
    """The articles before and after it in the text."""
    refs = [ArticleRef(ref.law, a.number.number, a.number.insert) for a in wording.articles] if wording else []
    if ref.whole_article not in refs:
        return None, None
    at = refs.index(ref.whole_article)
    return (refs[at - 1] if at else None), (refs[at + 1] if at + 1 < len(refs) else None)
