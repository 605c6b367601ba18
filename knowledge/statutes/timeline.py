"""One law's timeline: the editions that all its sheets tell of, merged, each with the best sheet that prints it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.statutes.effective import Basis, Statement, statement_of
from knowledge.statutes.history import Act, Edition, read_editions
from knowledge.statutes.model import Boundary, Rank
from knowledge.statutes.sheet import Sheet

FOUNDED = date(1949, 10, 1)
"""No law of the People's Republic is older; stands for a first day of which nothing is known."""

_PRESIDENT = date(1983, 6, 18)  # since then the President's order publishes a law on the day it is passed
_SAME = timedelta(days=200)  # a file's date this long after the last step of its history is a later amendment's
_AGREEING = 0.95  # share of equal articles from which two prints are one edition
_PREFERRED = ("just-laws", "china-law-db")  # of two prints of one edition, the better proofread first


@dataclass(frozen=True, slots=True)
class Stage:
    """An edition on the timeline: the sheet that prints it (None: not held), what that text says about its first
    day, and the first day concluded so far.

    `dateless` marks a sheet of which no source says when it was passed; `edition.passed` is then a lower limit.
    """

    edition: Edition
    sheet: Sheet | None = None
    statement: Statement | None = None
    start: Boundary | None = None
    dateless: bool = False


def lay_out(sheets: Iterable[Sheet]) -> list[Stage]:
    """All editions of one law, oldest first; a print of an edition that another sheet prints better is dropped."""
    told = [stage for sheet in sheets for stage in _stages_of(sheet)]
    stages: list[Stage] = []
    for stage in sorted(told, key=lambda s: (s.dateless, s.edition.passed)):
        twin = next((index for index, other in enumerate(stages) if _same(other, stage)), None)
        if twin is None:
            stages.append(stage)
        else:
            stages[twin] = _merged(stages[twin], stage)
    return sorted(stages, key=lambda s: s.edition.passed)


def _stages_of(sheet: Sheet) -> Iterator[Stage]:
    """The sheet's editions; only the newest of them is the one that it prints."""
    statement = statement_of(sheet)
    editions = _with_file_date(sheet, list(read_editions(sheet.history, sheet.rank)), statement)
    if not editions:
        said = statement.day if statement and statement.day else FOUNDED
        yield Stage(Edition(said, Act.ENACTED), sheet, statement, dateless=True)
        return
    yield from (Stage(_published(edition, sheet)) for edition in editions[:-1])
    yield Stage(_published(editions[-1], sheet), sheet, statement)


def _with_file_date(sheet: Sheet, editions: list[Edition], statement: Statement | None) -> list[Edition]:
    """The editions of the head, with the one that only the file's date tells of."""
    dated = sheet.dated
    if dated is None:
        return editions
    if not editions:
        older = statement is not None and statement.day is not None and statement.day < dated - _SAME / 3
        return [Edition(dated, Act.AMENDED if older else Act.ENACTED, published=_if_published(sheet, dated))]
    last = editions[-1]
    if dated > max(last.last + _SAME, last.started or dated.min) + timedelta(days=31):
        return [*editions, Edition(dated, Act.AMENDED, published=_if_published(sheet, dated))]
    if last.published is None and dated >= last.last and _if_published(sheet, dated):
        return [*editions[:-1], replace(last, published=dated)]
    return editions


def _if_published(sheet: Sheet, dated: date) -> date | None:
    """Files of regulations and interpretations carry the day of publication; others mostly that of passing."""
    return dated if sheet.rank in (Rank.REGULATION, Rank.INTERPRETATION, Rank.RULE) else None


def _published(edition: Edition, sheet: Sheet) -> Edition:
    """National laws are published on the day of passing; a State Council decision is dated by its publication."""
    national = sheet.rank in (Rank.CONSTITUTION, Rank.LAW) and edition.passed >= _PRESIDENT
    decision = sheet.rank is Rank.REGULATION and edition.act is not Act.ENACTED
    if edition.published is None and (national or decision):
        return replace(edition, published=edition.passed)
    return edition


def _same(one: Stage, other: Stage) -> bool:
    """Whether two stages are the same edition: their days from passing to publication touch, or their texts agree
    and no other day stands against it.
    """
    left, right = one.edition, other.edition
    if not (one.dateless or other.dateless) and left.passed <= right.last and right.passed <= left.last:
        return True
    near = one.dateless or other.dateless or abs(left.passed - right.passed) <= _SAME
    return near and one.sheet is not None and other.sheet is not None and _agree(one.sheet, other.sheet)


def _agree(one: Sheet, other: Sheet) -> bool:
    """Whether two prints have the same articles, nearly all of them word for word (prints differ in a comma)."""
    left = {article.number: _words(article.text) for article in one.articles}
    right = {article.number: _words(article.text) for article in other.articles}
    equal = sum(right.get(number) == text for number, text in left.items())
    return left.keys() == right.keys() and equal >= _AGREEING * len(left)


def _words(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _merged(one: Stage, other: Stage) -> Stage:
    best = min((one, other), key=_preference)
    older, newer = (one.edition, other.edition) if other.dateless else sorted((one.edition, other.edition), key=_passed)
    edition = older if other.dateless else max((older, newer), key=lambda e: (bool(e.event), e.act is not Act.ENACTED))
    edition = replace(
        edition,
        passed=older.passed,
        approved=edition.approved or older.approved or newer.approved,
        published=edition.published or older.published or newer.published,
        started=edition.started or older.started or newer.started,
    )
    statement = best.statement or one.statement or other.statement
    return replace(best, edition=edition, statement=statement, dateless=one.dateless and other.dateless)


def _passed(edition: Edition) -> date:
    return edition.passed


def _preference(stage: Stage) -> tuple[int, int, str]:
    """Held before not held, then by corpus, then the longer text, then by path, so that the choice is stable."""
    sheet = stage.sheet
    if sheet is None:
        return len(_PREFERRED) + 1, 0, ""
    corpus = _PREFERRED.index(sheet.corpus) if sheet.corpus in _PREFERRED else len(_PREFERRED)
    return corpus, -len(sheet.articles), sheet.path


def is_event(statement: Statement | None) -> bool:
    """Whether a statement counts from an event (自公布之日起) and not from a stated day."""
    return statement is not None and statement.basis is not Basis.DAY


def last_full(stages: Sequence[Stage], until: int, by: date | None = None) -> int | None:
    """Index of the newest edition up to `until` that wrote the whole text (passed no later than `by`), if any."""
    for index in range(until, -1, -1):
        edition = stages[index].edition
        if edition.act is not Act.AMENDED and (by is None or edition.passed <= by):
            return index
    return None
