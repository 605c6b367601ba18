"""How often the first guide card is the right one, and how sure it may be: one way of asking left out of each card.

    python -m benchmarks.card_confidence [--rounds 3]

Prints R@1 and R@3, the fitted weights of knowledge/search/cards.py, and precision against the share answered.
"""

import argparse
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from assistant.understanding.topics import topics_of
from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.bootstrap import engines, open_holdings
from knowledge.guide_cards import Guide
from knowledge.search.cards import CardSearch, Entry, card_terms, features
from knowledge.search.model import Kind, Query

OFF_TOPIC = Path("tests/knowledge/data/off_topic.txt")


def main() -> None:
    """Run the folds and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    holdings = open_holdings()
    rows, very, matter, ranks = [], [], [], []
    matters = {guide.id: guide.matter for guide in holdings.guides.values()}
    for seed in range(rounds):
        held, search = _leave_out(list(holdings.guides.values()), random.Random(seed))
        for gold, text in [*held.items(), *(("", line) for line in (_off_topic() if not seed else []))]:
            found = holdings.search(Query(text, date.today(), kinds=frozenset({Kind.ARTICLE}), limit=30))
            refs = [passage.ref for passage in found.passages if passage.ref]
            cards = search.search(text, [topic.matter for topic in topics_of(text)], refs, 12)
            rows.append(features(text, cards) if cards else (1.0, *[0.0] * 6))
            very.append(bool(cards) and cards[0].entry.id == gold)
            matter.append(bool(cards) and cards[0].entry.matter == matters.get(gold))
            ranks.append(None if not gold else next((n for n, card in enumerate(cards) if card.entry.id == gold), 99))
    _report(np.array(rows), np.array(very, float), np.array(matter, float), ranks)


def _leave_out(guides: list[Guide], chance: random.Random) -> tuple[dict[str, str], CardSearch]:
    held, left = {}, []
    for guide in guides:
        out = chance.randrange(len(guide.ask))
        held[guide.id] = guide.ask[out]
        left.append(replace(guide, ask=tuple(ask for place, ask in enumerate(guide.ask) if place != out)))
    words = engines().words
    scorer = OkapiScorer([card_terms(guide, words) for guide in left])
    return held, CardSearch([Entry.of(guide) for guide in left], words, scorer)


def _report(rows: np.ndarray, very: np.ndarray, matter: np.ndarray, ranks: list[int | None]) -> None:
    on = np.array([rank is not None for rank in ranks])
    asked = [rank for rank in ranks if rank is not None]
    print(
        f"{len(asked)} questions: R@1 {np.mean([r < 1 for r in asked]):.3f}  R@3 {np.mean([r < 3 for r in asked]):.3f}"
    )
    weights = _fit(rows, matter)
    print("weights of features:", np.round(weights, 2).tolist())
    sure = 1 / (1 + np.exp(-rows @ weights))
    for line in (0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        shown = sure >= line
        both = shown & on
        print(
            f"at {line:.2f}: answers {np.mean(shown[on]):.0%} of the questions, "
            f"{very[both].mean():.0%} with the very card, "
            f"{matter[both].mean():.0%} on the very matter; {int((shown & ~on).sum())} of {int((~on).sum())} off-topic"
        )


def _fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method with a little ridge."""
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - sure) - 0.01 * weights
        curve = (rows * (sure * (1 - sure))[:, None]).T @ rows + 0.01 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def _off_topic() -> list[str]:
    return [line for line in OFF_TOPIC.read_text("utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
