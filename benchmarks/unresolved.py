"""Every citation of every reply, read from its JSON and resolved again on the reply's day: none may fail.

    LAWLINE_DATA=… python -m benchmarks.unresolved [--questions …/stard-train/queries.tsv] [--json OUT.json]

Citations are those of `citations` and of the steps' `law`. The same run counts how questions were answered.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant import Reply, Turn, reply_json
from assistant.bootstrap import build
from assistant.model import Origin, Role
from assistant.settings import AssistantSettings
from benchmarks.figures import Figure, hand_in
from benchmarks.questions import texts
from knowledge import Library, ReferenceSyntaxError, parse_ref


@dataclass(slots=True)
class Tally:
    """What was counted over replies."""

    replies: int = 0
    citations: int = 0
    removed: int = 0
    degraded: int = 0
    handed_over: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    unresolved: list[str] = field(default_factory=list)

    def count(self, reply: Reply, library: Library) -> None:
        """Count a reply and try its citations."""
        body = reply_json(reply)
        self.replies += 1
        self.removed += body["removed"]
        self.degraded += body["degraded"]
        self.handed_over += body["handoff"]["needed"]
        self.ways[way(reply)] += 1
        for ref, quote in cited(body):
            self.citations += 1
            if reason := failure(ref, quote, date.fromisoformat(body["day"]), library):
                self.unresolved.append(f"{reply.question.text}: {ref}: {reason}")

    def figures(self) -> list[Figure]:
        """The counts."""
        shares = [
            Figure(f"answered: {name}", count / self.replies * 100, "%") for name, count in self.ways.most_common()
        ]
        return [
            Figure("replies", self.replies),
            Figure("citations resolved again", self.citations),
            Figure("citations unresolved", len(self.unresolved), most=0),
            *shares,
            Figure("handed over to a person", self.handed_over / self.replies * 100, "%"),
            Figure("sentences removed", self.removed),
            Figure("replies degraded", self.degraded, most=0),
        ]


def cited(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every reference of a reply's JSON with the words quoted, which are empty for a step's."""
    yield from ((citation["ref"], citation["quote"]) for citation in body["citations"])
    yield from ((ref, "") for step in body["steps"] for ref in step["law"])


def failure(ref: str, quote: str, day: date, library: Library) -> str:
    """Why a citation does not resolve on the day; empty where it does."""
    try:
        finding = library.resolve(parse_ref(ref), day)
    except ReferenceSyntaxError as error:
        return str(error)
    if not finding.citable:
        return f"{finding.miss.value}, {finding.status.value} on {day}"
    return "" if quote in finding.text else f"the text does not hold {quote!r:.60}"


def way(reply: Reply) -> str:
    """How a reply answers, by its first conclusion: a card, articles, a fixed sentence by its name."""
    lines = reply.answer.lines(Role.CONCLUSION)
    if any(line.origin is Origin.GUIDE for line in lines):
        return "card"
    named = {"law_only": "nearest articles", "law_stands": "article asked for", "not_known": "not known"}
    said = [line.source for line in lines if line.source != "gap_first"]
    return named.get(said[0], said[0]) if said else "no conclusion"


def measure(questions: Sequence[str]) -> Tally:
    """Put every question to the wired assistant, each in a conversation of its own."""
    tally = Tally()
    with TemporaryDirectory() as folder:
        wired = build(AssistantSettings(store=f"sqlite:///{folder}/store.sqlite3"))
        for question in questions:
            tally.count(wired.assistant.reply(Turn(question)), wired.holdings.library)
        wired.engine.dispose()
    return tally


def main() -> None:
    """Read the arguments, measure, hand in; exit code 1 where a citation is unresolved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    tally = measure(texts(asked.questions))
    hand_in("citations of whole replies", tally.figures(), asked.json)
    print(*tally.unresolved, sep="\n")
    raise SystemExit(bool(tally.unresolved))


if __name__ == "__main__":
    main()
