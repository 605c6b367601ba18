"""Ten thousand lies, and honest answers beside them, told before the real statutes.

    LAWLINE_DATA=… python -m benchmarks.lying_generator …/stard-train/queries.tsv

Prints for each kind of lie how often it was told and shown (must be 0), for each sort of honest sentence how many were
told and dropped, and the citations of all these answers that did not resolve again (must be 0).
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from assistant.model import Conversation, Turn
from assistant.retrieval import Retrieval
from assistant.understanding.understand import Understanding
from knowledge import Holdings
from knowledge.bootstrap import classifier, open_holdings
from tests.assistant.honest import honest_answer
from tests.assistant.lies import KINDS, Case, case_of
from tests.assistant.telling import Stand, breach, kept, unresolved


@dataclass(slots=True)
class Tally:
    """What was counted. Keys are kinds of lie and sorts of honest sentence."""

    told: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    unasked: Counter[str] = field(default_factory=Counter)
    honest: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    breaches: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    citations: int = 0
    unresolved: int = 0

    def lie(self, kind: str, case: Case, stand: Stand) -> bool:
        """Tell a lie of the kind; whether the case had room for one and the model was asked."""
        lie = KINDS[kind](case)
        if lie is None:
            return False
        told = stand.tell(lie.text, lie.retrieved)
        if not told.asked:
            self.unasked[kind] += 1
            return False
        self.told[kind] += 1
        through = breach(lie, told)
        if through:
            self.shown[kind] += 1
            self.breaches.append(f"{kind}: {case.question.text} -> {through}")
        self.citations += len(told.citations)
        self.unresolved += len(unresolved(told, case))
        return True

    def honesty(self, case: Case, stand: Stand) -> None:
        """Tell an honest answer."""
        sentences = honest_answer(case)
        told = stand.tell("\n".join(text for _, text in sentences))
        if not told.asked:
            return
        for sort, text in sentences:
            self.honest[sort] += 1
            if not kept(text, told):
                self.dropped[sort] += 1
                self.lost.append(f"{sort}: {text}")
        self.citations += len(told.citations)
        self.unresolved += len(unresolved(told, case))


def measure(holdings: Holdings, questions: Iterable[str], day: date, answers: int, seed: int = 12348) -> Tally:
    """Tell so many lies over the questions, kinds in turn, and one honest answer a question."""
    understand, retrieve = Understanding(holdings.find_refs, lambda: day, classifier()), Retrieval(holdings)
    kinds, tally, turn = list(KINDS), Tally(), 0
    stands: list[tuple[Stand, int]] = []
    for number, text in enumerate(questions):
        question = understand(Conversation("measured", turn=Turn(text)))
        stands.append((Stand(holdings, question, retrieve(question)), seed + number))
    for round_ in range(10 * len(kinds)):
        for stand, start in stands:
            if sum(tally.told.values()) >= answers:
                break
            dice = Random(start * 1009 + round_)
            case = case_of(stand.question, stand.evidence, holdings, dice)
            for _ in kinds:
                turn += 1
                if tally.lie(kinds[turn % len(kinds)], case, stand):
                    break
    for stand, start in stands:
        tally.honesty(case_of(stand.question, stand.evidence, holdings, Random(start)), stand)
    return tally


def report(tally: Tally) -> str:
    """The counts as a table, then what went wrong, line by line."""
    rows = [f"{'kind of lie':34} told shown"]
    rows += [f"{kind:34} {tally.told[kind]:4} {tally.shown[kind]:5}" for kind in KINDS]
    rows.append(f"{'all':34} {sum(tally.told.values()):4} {sum(tally.shown.values()):5}")
    rows.append(f"{'honest sentences':34} told dropped")
    rows += [f"{sort:34} {count:4} {tally.dropped[sort]:5}" for sort, count in tally.honest.items()]
    told, dropped = sum(tally.honest.values()), sum(tally.dropped.values())
    rows.append(f"{'all':34} {told:4} {dropped:5}  ({dropped / max(told, 1):.2%})")
    rows.append(f"citations {tally.citations}, unresolved {tally.unresolved}")
    return "\n".join([*rows, *tally.breaches])


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path, help="tab-separated: id, question")
    parser.add_argument("--answers", type=int, default=10_000, help="lies to tell")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today(), help="day whose law is asked")
    parser.add_argument("--lost", action="store_true", help="print the honest sentences that were dropped")
    asked = parser.parse_args()
    questions = [line.split("\t")[1] for line in asked.queries.read_text("utf-8").splitlines() if "\t" in line]
    started = time.monotonic()
    tally = measure(open_holdings(), questions, asked.day, asked.answers)
    print(report(tally))
    if asked.lost:
        print(*sorted(tally.lost), sep="\n")
    print(f"{len(questions)} questions, {time.monotonic() - started:.0f} s")
    raise SystemExit(bool(tally.shown or tally.unresolved))


if __name__ == "__main__":
    main()
