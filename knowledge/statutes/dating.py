"""Sheets become laws: the sheets of one law are grouped, laid on a timeline, and each text gets its time of force.

Dates decide, never the status marks of a source. A text holds from its own first day until the first day of the
next edition, whether that edition's text is held or not: a day that an edition governs whose text is not held is
left empty, not filled with a neighbour's text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.statutes.effective import Basis, statement_of
from knowledge.statutes.model import NATION, Boundary, Force, Law, Rank, Wording
from knowledge.statutes.names import normalise
from knowledge.statutes.sheet import Sheet
from knowledge.statutes.starts import Evidence, date_starts
from knowledge.statutes.tables import Amendment, Repeal, Tables
from knowledge.statutes.timeline import FOUNDED, Stage, lay_out

_DELETED = re.compile("[（(]?(?:本条)?(?:删去|删除|废止)[）)]?。?")  # the place of an article that was taken out

Progress = Callable[[int, int], None]
"""Told (done, total) now and then."""


def date_laws(
    sheets: Iterable[Sheet], tables: Tables, seen: Mapping[str, date] | None = None, progress: Progress | None = None
) -> list[Law]:
    """Every law that the sheets or the tables know, by id; those that only the tables know have no wordings.

    `seen` gives the day of each corpus's commit, which bounds the start of texts without any date.
    """
    groups = group(sheets, tables)
    evidence = _Shared(tables, _instruments(groups), seen or {})
    ids = sorted(set(groups) | evidence.tabled)
    laws = []
    for done, law in enumerate(ids, 1):
        laws.append(_date_law(law, groups.get(law, []), evidence))
        if progress and (done % 100 == 0 or done == len(ids)):
            progress(done, len(ids))
    return laws


def group(sheets: Iterable[Sheet], tables: Tables) -> dict[str, list[Sheet]]:
    """The sheets of each law by its id: the normal form of its title, or of the title that it took later."""
    renamed = {normalise(row.old): normalise(row.new) for row in tables.renamings}
    groups: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        law = normalise(sheet.title)
        groups[renamed.get(law, law)].append(sheet)
    return groups


class _Shared:
    """What all laws are dated with: the tables' rows by law, and the amending texts that are held."""

    def __init__(self, tables: Tables, instruments: Mapping[str, date], seen: Mapping[str, date]) -> None:
        self.amendments: dict[str, list[Amendment]] = defaultdict(list)
        for row in tables.amendments:
            self.amendments[normalise(row.law)].append(row)
        self.repeals: dict[str, Repeal] = {normalise(row.law): row for row in tables.repeals}
        self.tabled = frozenset(self.repeals) | frozenset(self.amendments)
        self._tables, self._instruments, self._seen = tables, instruments, seen

    def of(self, law: str) -> Evidence:
        rows = tuple(self.amendments.get(law, ()))
        return Evidence(rows, self._tables.decisions, self._instruments, self._seen)


def _instruments(groups: Mapping[str, Sequence[Sheet]]) -> dict[str, date]:
    """First days of amending texts that are held as sheets of their own (刑法修正案（十二） …)."""
    days: dict[str, date] = {}
    for law, sheets in groups.items():
        if ("修正案" in law or "决定" in law) and (day := _first_day(sheets[0])):
            days[law] = day
    return days


def _first_day(sheet: Sheet) -> date | None:
    statement = statement_of(sheet)
    if statement is None or not sheet.history:
        return None
    if statement.basis is Basis.DAY:
        return statement.day
    return statement.after(sheet.history[-1].day)


def _date_law(law: str, sheets: Sequence[Sheet], shared: _Shared) -> Law:
    rank, region = _rank_and_region(law, sheets)
    repeal = shared.repeals.get(law)
    stages = [_capped(stage, repeal) for stage in date_starts(lay_out(sheets), rank, shared.of(law))]
    end = Boundary.on(repeal.until) if repeal and not _goes_on(stages, repeal.until) else None
    wordings = tuple(_wordings(law, stages, repeal.until if repeal else None))
    start = stages[0].start if stages else None
    title = wordings[-1].title if wordings else law
    force = Force(start or Boundary(FOUNDED, end.latest if end else FOUNDED), end)
    ended_by = (repeal.successor or repeal.by) if repeal and end else ""
    return Law(law, title, rank, region, force, wordings, ended_by)


def _capped(stage: Stage, repeal: Repeal | None) -> Stage:
    """An uncertain start of a text that the repeal ended lies before the repeal."""
    start = stage.start
    if repeal is None or start is None or start.exact or not start.earliest < repeal.until < start.latest:
        return stage
    return replace(stage, start=Boundary(start.earliest, repeal.until))


def _goes_on(stages: Sequence[Stage], until: date) -> bool:
    """Whether a text of the same title starts with or after the repeal: a new instrument under the old name."""
    return any(stage.start and stage.start.earliest >= until for stage in stages)


def _wordings(law: str, stages: Sequence[Stage], until: date | None) -> Iterable[Wording]:
    """The held texts with their time of force."""
    for stage, following in pairwise([*stages, None]):
        end = following.start if following else None
        if stage and stage.sheet and stage.start:
            yield _wording(law, stage, stage.sheet, Force(stage.start, _end(stage.start, end, until)))


def _end(start: Boundary, following: Boundary | None, until: date | None) -> Boundary | None:
    """The end of an edition: its successor's start or the repeal, whichever comes first, never before its own start."""
    end = following
    if until and start.earliest < until:
        last = Boundary.on(until)
        end = last if end is None else Boundary(min(end.earliest, until), min(end.latest, until))
    return end and Boundary(max(end.earliest, start.earliest), max(end.latest, start.latest))


def _wording(law: str, stage: Stage, sheet: Sheet, force: Force) -> Wording:
    edition = stage.edition
    return Wording(
        law=law,
        title=sheet.title,
        force=force,
        passed=None if stage.dateless else edition.passed,
        published=edition.published,
        history=sheet.history,
        preamble=sheet.preamble,
        articles=tuple(article for article in sheet.articles if not _DELETED.fullmatch(article.text)),
        corpus=sheet.corpus,
        path=sheet.path,
    )


def _rank_and_region(law: str, sheets: Sequence[Sheet]) -> tuple[Rank, str]:
    """As the sheets say; of a law without a sheet as its title says."""
    if sheets:
        return sheets[0].rank, sheets[0].region
    if "最高人民法院" in law or "最高人民检察院" in law:
        return Rank.INTERPRETATION, NATION
    return Rank.LAW if law.endswith(("法", "法典", "通则", "总则")) else Rank.REGULATION, NATION
