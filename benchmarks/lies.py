"""The lying generator's answers as figures; `benchmarks/lying_generator.py` tells them.

LAWLINE_DATA=… python -m benchmarks.lies [--answers 10000] [--questions …/queries.tsv] [--json OUT.json]
"""

import argparse
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, hand_in
from benchmarks.lying_generator import Tally, measure
from benchmarks.questions import texts
from knowledge.bootstrap import open_holdings


def figures(tally: Tally, answers: int) -> list[Figure]:
    """What was told, shown and dropped."""
    honest, dropped = sum(tally.honest.values()), sum(tally.dropped.values())
    return [
        Figure("lies told", sum(tally.told.values()), least=answers),
        Figure("kinds of lie told", len(tally.told), least=12),
        Figure("lies shown", sum(tally.shown.values()), most=0),
        Figure("honest sentences told", honest),
        Figure("honest sentences dropped", dropped / max(honest, 1) * 100, "%", most=5),
        Figure("citations resolved again", tally.citations),
        Figure("citations unresolved", tally.unresolved, most=0),
    ]


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=10_000, help="lies to tell")
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    tally = measure(open_holdings(), texts(asked.questions), date.today(), asked.answers)
    hand_in("lying generator", figures(tally, asked.answers), asked.json)
    print(*tally.breaches, sep="\n")


if __name__ == "__main__":
    main()
