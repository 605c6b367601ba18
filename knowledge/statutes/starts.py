"""The first day of force of every edition on a timeline, and where it is not known, the span in which it lies.

In this order: the corpus's own version table, our dated table of amendments, the law's history, the amending
instrument where its text is held, our table of decisions that amended many laws, the text's own statement. The
last article of an amended law mostly keeps the day of the first text, so a statement dates the edition that wrote
it: the newest one passed before that day. What nothing dates lies within two years of its passing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from knowledge.statutes.effective import Basis, Statement
from knowledge.statutes.history import Act, Edition
from knowledge.statutes.model import Boundary, Rank
from knowledge.statutes.tables import Amendment, Decision
from knowledge.statutes.timeline import Stage, is_event, last_full

_UNKNOWN = timedelta(days=730)  # the longest wait between passing and force that is usual
_LEAD = timedelta(days=200)  # the longest usual wait of a mere amendment
_ROW = timedelta(days=15)  # a row's `passed` may be the day of publication
_RETROACTIVE = timedelta(days=120)  # a text published this long after the day it names was meant to reach back
_UNPUBLISHED = timedelta(days=60)  # within this time after passing a text of unknown publication appeared
_RESOLUTION = re.compile("决定$|决议$|修正案(?:（.*）)?$")
_INSTRUMENT = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What beside the law's own sheets dates it.

    `instruments` maps the id of an amending text that is held to its first day; `seen` a corpus to the day of its
    commit, by which everything in it was passed.
    """

    amendments: tuple[Amendment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    instruments: Mapping[str, date] = field(default_factory=dict)
    seen: Mapping[str, date] = field(default_factory=dict)


def date_starts(stages: Sequence[Stage], rank: Rank, evidence: Evidence) -> list[Stage]:
    """The stages, each with its start; editions that only a row or a statement tells of are added, oldest first."""
    dated = _with_rows(stages, evidence.amendments)
    dated = [replace(stage, start=stage.start or _told(stage, rank, evidence)) for stage in dated]
    dated = _with_statements(dated)
    return _ordered([replace(stage, start=stage.start or _span(stage, evidence)) for stage in dated])


def _with_rows(stages: Sequence[Stage], rows: Sequence[Amendment]) -> list[Stage]:
    """Rows of the amendments table put on their editions; a row of an unheard-of edition adds it, not held."""
    dated = list(stages)
    for row in rows:
        fitting = [index for index, stage in enumerate(dated) if _fits(stage, row)]
        nearest = min(fitting, key=lambda i: abs(dated[i].edition.passed - row.passed), default=None)
        if nearest is None:
            act = Act.AMENDED if dated and dated[0].edition.passed < row.passed else Act.ENACTED
            dated.append(Stage(Edition(row.passed, act), start=Boundary.on(row.effective)))
        else:
            dated[nearest] = replace(dated[nearest], start=Boundary.on(row.effective))
    return sorted(dated, key=lambda stage: stage.edition.passed)


def _fits(stage: Stage, row: Amendment) -> bool:
    edition = stage.edition
    return not stage.dateless and edition.passed - _ROW <= row.passed <= edition.last + _ROW


def _told(stage: Stage, rank: Rank, evidence: Evidence) -> Boundary | None:
    """The start as a version table, the history, the amending instrument or a decision tells it."""
    edition = stage.edition
    if stage.sheet and stage.sheet.starts:
        return Boundary.on(stage.sheet.starts)
    if edition.started:
        return Boundary.on(edition.started)
    for title in _INSTRUMENT.findall(edition.event):
        day = evidence.instruments.get(title.replace("中华人民共和国", ""))
        if day and day >= edition.passed:
            return Boundary.on(day)
    return _decided(edition, rank, evidence.decisions) or _resolved(stage, rank)


def _decided(edition: Edition, rank: Rank, decisions: Sequence[Decision]) -> Boundary | None:
    """The start that a decision on many instruments gave, where the edition is its work."""
    if edition.act is not Act.AMENDED:
        return None
    for decision in decisions:
        same_day = decision.passed in (edition.passed, edition.published)
        if decision.rank is rank and same_day and (not edition.event or decision.mention in edition.event):
            return Boundary.on(decision.effective)
    return None


def _resolved(stage: Stage, rank: Rank) -> Boundary | None:
    """A resolution or decision of the Congress that says nothing of its start holds from its passing."""
    silent = stage.sheet is not None and stage.statement is None and rank in (Rank.LAW, Rank.CONSTITUTION)
    if silent and stage.sheet and _RESOLUTION.search(stage.sheet.title) and stage.edition.act is Act.ENACTED:
        return Boundary.on(stage.edition.passed)
    return None


def _with_statements(stages: Sequence[Stage]) -> list[Stage]:
    """What each text says of its first day, put on the edition that wrote it."""
    dated = list(stages)
    for index in range(len(stages) - 1, -1, -1):
        statement = stages[index].statement
        if is_event(statement) and statement:
            _put(dated, last_full(stages, index), _after_event(stages, index, statement))
        elif statement and statement.day and not stages[index].dateless:
            _put_day(dated, stages, index, statement.day)
    return sorted(dated, key=lambda stage: stage.edition.passed)


def _put(dated: list[Stage], index: int | None, start: Boundary | None) -> None:
    if index is not None and start and dated[index].start is None:
        dated[index] = replace(dated[index], start=start)


def _after_event(stages: Sequence[Stage], index: int, statement: Statement) -> Boundary | None:
    """The start of the edition that wrote 自公布之日起施行 into the text printed at `index`."""
    writer = last_full(stages, index)
    if writer is None:
        return None
    edition = stages[writer].edition
    days = {Basis.PASSED: edition.passed, Basis.APPROVED: edition.approved, Basis.PUBLISHED: edition.published}
    event = days[statement.basis]
    if event is None or stages[writer].dateless:
        return Boundary(edition.last, edition.last + _UNPUBLISHED) if not stages[writer].dateless else None
    first = statement.after(event)
    delayed = bool(statement.delay_days or statement.delay_months)  # 三十日后: the 30th or the 31st day
    return Boundary(first, first + timedelta(days=delayed))


def _put_day(dated: list[Stage], stages: Sequence[Stage], index: int, day: date) -> None:
    """A stated day, put on the edition that it belongs to."""
    edition = stages[index].edition
    if edition.passed <= day and (edition.act is not Act.AMENDED or day - edition.passed <= _LEAD):
        writer: int | None = index
    else:
        writer = last_full(stages, index, by=day)
    if writer is not None:
        _put(dated, writer, Boundary.on(day))
    elif edition.act is not Act.AMENDED and edition.passed - day <= _RETROACTIVE:
        _put(dated, index, Boundary.on(day))
    elif day < stages[0].edition.passed:
        dated.append(Stage(Edition(day, Act.ENACTED), start=Boundary.on(day), dateless=True))


def _span(stage: Stage, evidence: Evidence) -> Boundary:
    """Where nothing dates the edition: from its passing for two years, or until the source that prints it."""
    passed = stage.edition.passed
    if stage.dateless and stage.sheet:
        return Boundary(passed, max(passed, evidence.seen.get(stage.sheet.corpus, date.max)))
    return Boundary(passed, passed + _UNKNOWN)


def _ordered(stages: Sequence[Stage]) -> list[Stage]:
    """Starts made to follow each other: no edition can start after the next one surely has."""
    dated = list(stages)
    for index in range(len(dated) - 2, -1, -1):
        start, following = dated[index].start, dated[index + 1].start
        if start and following and start.exact is None:
            latest = max(start.earliest, min(start.latest, following.latest))
            dated[index] = replace(dated[index], start=Boundary(start.earliest, latest))
    return dated
