"""Every known boundary of the real statutes: the day before, the day itself, days after, and what holds then.

What is expected is read from the files by the few lines of `raw_statutes` and from the dated tables, not by the
parser, the dating or the library under test: a file's wording starts on the day that its last article states (where
that is no earlier than the file's own date) or that the amendments table states, and holds until the next start of
the same title or the repeal.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.statutes.library import Finding, Miss
from knowledge.statutes.model import Law, Status
from knowledge.statutes.reference import parse
from knowledge.statutes.tables import Tables
from tests.knowledge.raw_statutes import RawText, plain, raw_texts, squeeze

DAY = timedelta(days=1)
SEVERAL_FILES = {"刑法", "刑事诉讼法", "民事诉讼法", "民法典", "生态环境法典", "宪法"}
"""Printed over several files by one of the corpora: more than the naive reading can put together."""


def by_law(roots: dict[str, Path], tables: Tables) -> dict[str, list[RawText]]:
    """Texts by law, oldest first; laws with a text that the naive reading cannot date, or that is there twice, are
    left out."""
    laws: dict[str, list[RawText]] = {}
    for text in raw_texts(roots, tables):
        laws.setdefault(text.law, []).append(text)
    return {
        law: sorted(texts, key=lambda text: text.passed)
        for law, texts in laws.items()
        if law not in SEVERAL_FILES
        and all(text.start for text in texts)
        and len({text.start for text in texts}) == len(texts)
    }


def suite(raw: dict[str, list[RawText]], tables: Tables) -> Iterator[tuple[str, str, date, str]]:
    """(law, article, day, squeezed text that must hold then; empty: no text must hold)."""
    repealed = {plain(row.law): row.until for row in tables.repeals}
    starts: dict[str, list[date]] = {}
    for row in tables.amendments:
        starts.setdefault(plain(row.law), []).append(row.effective)
    for law, texts in raw.items():
        for text, following in pairwise([*texts, None]):
            if text and text.start:
                known = [*starts.get(law, ()), repealed.get(law, date.max), (following and following.start) or date.max]
                end = min((day for day in known if day > text.start), default=date.max)
                yield from _around(text, text.start, end, first=text is texts[0], last=end == repealed.get(law))


def _around(text: RawText, start: date, end: date, first: bool, last: bool) -> Iterator[tuple[str, str, date, str]]:
    within = [start, start + DAY, end - DAY] if end < date.max else [start, start + DAY, start + 1000 * DAY]
    for article, words in text.articles.items():
        for day in within:
            if start <= day < end:
                yield text.law, article, day, words
        if first:
            yield text.law, article, text.passed - DAY, ""
        if last:
            yield text.law, article, end, ""
            yield text.law, article, end + DAY, ""


def test_at_every_known_boundary_the_right_text_holds(
    real_library: SqliteLibrary, corpus_roots: dict[str, Path], tables: Tables
) -> None:
    raw = by_law(corpus_roots, tables)
    wrong, seen = [], Counter[str]()
    for law, article, day, words in suite(raw, tables):
        finding = real_library.resolve(parse(f"《{law}》{article}"), day)
        seen["held" if words else "not held"] += 1
        if problem := _problem(finding, words):
            wrong.append(f"{law}{article} on {day}: {problem}")
    print(f"force suite: {seen.total()} pairs of {len(raw)} laws, {dict(seen)}, {len(wrong)} wrong")
    assert seen.total() > 20_000
    assert wrong == []


def _problem(finding: Finding, words: str) -> str:
    if not words:
        return "" if finding.status is not Status.IN_FORCE or finding.miss is not Miss.NONE else "held"
    if not finding.citable:
        return f"{finding.status.value}, {finding.miss.value}: {finding.note}"
    return "" if squeeze(finding.text) == words else f"text {squeeze(finding.text)[:40]!r}, expected {words[:40]!r}"


def test_every_dated_wording_is_given_on_its_first_and_last_day(
    real_library: SqliteLibrary, real_laws: list[Law]
) -> None:
    wrong = []
    for law in real_laws:
        for wording in law.wordings:
            force = wording.force
            days = [force.start.latest, force.end.earliest - DAY if force.end else date(2100, 1, 1)]
            for day in days:
                given = real_library.wording(law.id, day)
                if force.status(day) is Status.IN_FORCE and (given is None or given.path != wording.path):
                    wrong.append(f"{law.id} on {day}")
            before = real_library.wording(law.id, force.start.earliest - DAY)
            if before is not None and (before.path, before.force) == (wording.path, force):
                wrong.append(f"{law.id} before {force.start}")
    assert wrong == []


def test_shares_of_known_intervals_do_not_fall(real_laws: list[Law]) -> None:
    held, known = Counter[str](), Counter[str]()
    for law in real_laws:
        for wording in law.wordings:
            held[law.rank.value] += 1
            known[law.rank.value] += wording.force.known
    print("wordings with a known interval:", {rank: f"{known[rank]}/{held[rank]}" for rank in held})
    national = [rank for rank in held if rank != "local"]
    assert sum(known[rank] for rank in national) / sum(held[rank] for rank in national) >= 0.96
    assert known["local"] / held["local"] >= 0.5
