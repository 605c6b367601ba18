"""A sheet from the files of one text: head and body put together, and checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.statutes.model import NATION, Rank, Revision
from knowledge.statutes.parsing import body, checks, head
from knowledge.statutes.parsing.body import Body, Part
from knowledge.statutes.parsing.lines import Line, squeeze
from knowledge.statutes.sheet import Problem, Sheet


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text was read, and what its place in the corpus says about it."""

    corpus: str
    path: str
    rank: Rank
    region: str = NATION
    dated: date | None = None
    starts: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body: title, history, and lines that are neither (they open the preamble)."""

    title: str
    history: tuple[Revision, ...]
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One file of a text, or one part of a file: its path and its lines."""

    path: str
    lines: tuple[Line, ...]


def read_head(title: str, lines: Iterable[Line]) -> Head:
    """The head from the lines between title and body."""
    history: list[Revision] = []
    remarks: list[str] = []
    problems: list[Problem] = []
    for line in head.joined(lines):
        if head.is_history(line.text):
            revisions = tuple(head.revisions(line.text))
            history += revisions
            if not revisions:
                problems.append(Problem("a day of the head is in the calendar", line.number, line.text))
        elif history and head.is_undated(line.text):
            history[-1] = replace(history[-1], event=f"{history[-1].event}；{line.text.strip('（）()。')}")
        elif squeeze(line.text) not in squeeze(title):
            remarks.append(squeeze(line.text))
    return Head(title, tuple(history), tuple(remarks), tuple(problems))


def compose(source: Source, top: Head, sections: Sequence[Section]) -> Sheet:
    """The sheet of a text. Several sections are ordered by their first article; one without articles is preamble."""
    bodies = [(section.path, body.parse(section.lines)) for section in sections]
    if len(bodies) > 1:
        bodies = sorted((_as_preamble(pair) for pair in bodies), key=_first)
    parts = [part for _, parsed in bodies for part in parsed.parts]
    preamble = [*top.remarks, *(parsed.preamble for _, parsed in bodies if parsed.preamble)]
    problems: list[Problem] = [*top.problems, *_problems(bodies, top.title), *checks.order(parts, top.title)]
    if not parts:
        problems.append(Problem("a text has words", 1, top.title))
    return Sheet(
        title=top.title,
        rank=source.rank,
        region=source.region,
        history=top.history,
        preamble="\n".join(preamble),
        articles=tuple(part.article for part in parts),
        corpus=source.corpus,
        path=source.path,
        dated=source.dated,
        starts=source.starts,
        problems=tuple(replace(p, path="" if p.path == source.path else p.path) for p in problems),
        annexes=tuple(annex for _, parsed in bodies for annex in parsed.annexes),
        closing=tuple(line for _, parsed in bodies for line in parsed.closing),
    )


def _problems(bodies: Sequence[tuple[str, Body]], title: str) -> Iterable[Problem]:
    for path, parsed in bodies:
        for problem in [*parsed.problems, *checks.content(parsed.parts, title)]:
            yield replace(problem, path=path)


def _as_preamble(pair: tuple[str, Body]) -> tuple[str, Body]:
    """A file without numbered articles in a law of several files holds its preamble, under the heading 序言."""
    path, parsed = pair
    if not parsed.parts or parsed.parts[0].number.number:
        return pair
    texts = [squeeze(line.text) for line in parsed.parts[0].lines if squeeze(line.text) != "序言"]
    return path, Body("\n".join(texts), (), parsed.annexes, parsed.closing, parsed.problems)


def _first(pair: tuple[str, Body]) -> tuple[int, int]:
    parts: tuple[Part, ...] = pair[1].parts
    return (parts[0].number.number, parts[0].number.insert) if parts else (0, 0)
