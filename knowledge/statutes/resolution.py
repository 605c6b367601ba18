"""From a reference and a day to a Finding: which text governs, which part of it is meant, and what else to say.

A day that no held wording surely governs gives no text of a neighbour: it is NO_WORDING, or UNKNOWN inside an
uncertain boundary.
"""

from datetime import date
from typing import TypeVar

from knowledge.statutes import notes
from knowledge.statutes.library import Finding, LawCard, Library, Miss, Version
from knowledge.statutes.model import Article, ArticleNumber, Status
from knowledge.statutes.parts import part_text
from knowledge.statutes.reference import ArticleRef
from knowledge.statutes.shelf import Run, Shelf, WordingCard, governing, nearest


def resolve(shelf: Shelf, laws: tuple[LawCard, ...], ref: ArticleRef, on: date) -> Finding:
    """The part that the reference names, as it stood on the day; `laws` are those that `ref.law` may stand for."""
    if len(laws) != 1:
        note = notes.ambiguous(ref.law, laws) if laws else notes.not_known(ref.law)
        return Finding(ref, on, Status.UNKNOWN, Miss.NO_LAW, note=note)
    return _Resolution(shelf, laws[0], ref, on).finding()


def in_force(library: Library, law: str, on: date) -> Status:
    """Whether the law (by title, short name or id) holds on the day; UNKNOWN for a name that is not one law's."""
    found = library.find(law)
    return found[0].force.status(on) if len(found) == 1 else Status.UNKNOWN


def version_of(shelf: Shelf, law: str, number: ArticleNumber, run: Run) -> tuple[Version, Article]:
    """The run as a Version, and the article as its newest wording prints it."""
    article = shelf.article(run.card, number)
    if article is None:
        raise KeyError(f"{law}: wording {run.card.path} lists article {number} but does not hold it")
    ref = ArticleRef(law, number.number, number.insert)
    return Version(ref, article.text, run.force, run.card.passed, run.card.corpus, run.card.path), article


Held = TypeVar("Held", Run, WordingCard)


class _Resolution:
    """One reference to one law on one day."""

    def __init__(self, shelf: Shelf, law: LawCard, ref: ArticleRef, on: date) -> None:
        self._shelf, self._law, self._ref, self._on = shelf, law, ref, on
        self._number = ArticleNumber(ref.article, ref.insert)
        self._status = law.force.status(on)

    def finding(self) -> Finding:
        cards = self._shelf.wordings(self._law.id)
        runs = self._shelf.runs(self._law.id, self._number)
        if not runs and self._ref.article == 0:
            return self._whole(governing(cards, self._on) is not None)
        for wanted in (Status.IN_FORCE, Status.UNKNOWN):
            holding = [run for run in runs if run.force.status(self._on) is wanted]
            if holding:
                return self._found(holding[-1], wanted)
        if run := self._outermost(runs):
            return self._found(run, self._status)
        if card := governing(cards, self._on) or self._outermost(cards):
            return self._no_article(runs, card.highest)
        return self._not_held(runs)

    def _outermost(self, held: tuple[Held, ...]) -> Held | None:
        """Before the law's first day its first text, after its last day its last one, where that is held."""
        if held and self._status is Status.NOT_YET and held[0].force.start == self._law.force.start:
            return held[0]
        if held and self._status is Status.ENDED and held[-1].force.end == self._law.force.end:
            return held[-1]
        return None

    def _whole(self, held: bool) -> Finding:
        """The law as such: no text, only whether it holds."""
        miss = Miss.NONE if held or self._status is Status.NOT_YET else Miss.NO_WORDING
        note = "" if held else self._law_note() or notes.not_held(self._law, self._on)
        return Finding(self._ref, self._on, self._status, miss, self._law, note=note)

    def _found(self, run: Run, status: Status) -> Finding:
        version, article = version_of(self._shelf, self._law.id, self._number, run)
        text = part_text(article, self._ref)
        if text is None:
            note = notes.no_part(self._law, self._ref, len(article.paragraphs))
            return Finding(self._ref, self._on, status, Miss.NO_PART, self._law, article, version, note=note)
        note = {
            Status.IN_FORCE: "",
            Status.UNKNOWN: notes.undecided(self._law, self._on),
            Status.NOT_YET: notes.not_yet(self._law, run.force, self._on),
            Status.ENDED: self._law_note() or notes.text_ended(self._law, run.force),
        }[status]
        return Finding(self._ref, self._on, status, Miss.NONE, self._law, article, version, text, note)

    def _no_article(self, runs: tuple[Run, ...], highest: int) -> Finding:
        """The wording of the day is held and has no such article: added later, deleted before, or never there."""
        later = next((run for run in runs if run.force.start.earliest > self._on), None)
        if later:
            note = notes.added_later(self._law, self._ref, later.force.start)
            return self._miss(Miss.NO_ARTICLE, note, later, Status.NOT_YET)
        gone = bool(runs) or (0 < self._ref.article <= highest and not self._ref.insert)
        status = Status.ENDED if gone else self._status
        note = notes.deleted(self._law, self._ref) if gone else notes.no_article(self._law, self._ref, highest)
        return self._miss(Miss.NO_ARTICLE, note, nearest(runs, self._on), status)

    def _not_held(self, runs: tuple[Run, ...]) -> Finding:
        """No held wording governs: whether the article stood in the text of that day nobody can say."""
        status = Status.UNKNOWN if self._status is Status.IN_FORCE and self._ref.article else self._status
        return self._miss(Miss.NO_WORDING, notes.not_held(self._law, self._on), nearest(runs, self._on), status)

    def _miss(self, miss: Miss, note: str, run: Run | None, status: Status) -> Finding:
        version = version_of(self._shelf, self._law.id, self._number, run)[0] if run else None
        return Finding(self._ref, self._on, status, miss, self._law, version=version, note=self._law_note() or note)

    def _law_note(self) -> str:
        """What is to say of the law as such that day; empty where it holds."""
        if self._status is Status.ENDED:
            return notes.ended(self._law)
        if self._status is Status.NOT_YET:
            return notes.not_yet(self._law, self._law.force, self._on)
        return ""
