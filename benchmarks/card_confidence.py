"""How often the first guide card is the right one, and how sure it may be.

    python -m benchmarks.card_confidence [--rounds 3]

Three sets: ways of asking left out of their cards (elliptic, hard), plain questions as people type them first
(tests/knowledge/data/plain_questions.tsv), and utterances that no card answers (off_topic.txt). Prints R@1 and R@3, the
fitted weights of knowledge/search/cards.py, and precision against the share answered on each set.

The ways left out are no longer unseen: the shipped classifier of matters has learned them with the others, so what is
printed of them, and the weights fitted on them, flatter.
"""

import argparse
import random
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.bootstrap import classifier, engines, open_holdings
from knowledge.guide_cards import Guide
from knowledge.holdings import Holdings
from knowledge.search.cards import Card, CardSearch, Entry, card_terms, features
from knowledge.search.model import Kind, Query

DATA = Path("tests/knowledge/data")
WEIGHT = {"left out": 1.0, "plain": 4.0, "off topic": 3.0}
"""How much a question of each set counts in the fit: plain questions are what people type most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its set, the features of what was found, whether the first card is right, and its rank."""

    kind: str
    row: tuple[float, ...]
    right: bool
    matter: bool
    rank: int


def main() -> None:
    """Run the sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    holdings = open_holdings()
    guides = list(holdings.guides.values())
    asked = []
    for seed in range(rounds):
        held, search = _leave_out(guides, random.Random(seed))
        for gold, text in held.items():
            asked.append(_ask("left out", text, (gold,), holdings, search))
    whole = _search(guides)
    for line in _lines("plain_questions.tsv"):
        text, gold = line.split("\t")
        asked.append(_ask("plain", text, tuple(gold.split()), holdings, whole))
    asked += [_ask("off topic", text, (), holdings, whole) for text in _lines("off_topic.txt")]
    _report(asked)


def _leave_out(guides: list[Guide], chance: random.Random) -> tuple[dict[str, str], CardSearch]:
    held, left = {}, []
    for guide in guides:
        out = chance.randrange(len(guide.ask))
        held[guide.id] = guide.ask[out]
        left.append(replace(guide, ask=tuple(ask for place, ask in enumerate(guide.ask) if place != out)))
    return held, _search(left)


def _search(guides: list[Guide]) -> CardSearch:
    words = engines().words
    scorer = OkapiScorer([card_terms(guide, words) for guide in guides])
    return CardSearch([Entry.of(guide) for guide in guides], words, scorer)


def _ask(kind: str, text: str, gold: tuple[str, ...], holdings: Holdings, search: CardSearch) -> Asked:
    found = holdings.search(Query(text, date.today(), kinds=frozenset({Kind.ARTICLE})))
    refs = [passage.ref for passage in found.passages if passage.ref]
    cards = search.search(text, [likely.matter for likely in classifier()(text)], refs, 12)
    good = [_fits(card, gold) for card in cards]
    matters = {guide.matter for key, guide in holdings.guides.items() if key.startswith(gold)} if gold else set()
    row = features(cards) if cards else (1.0, *[0.0] * 5)
    on_matter = bool(cards) and (good[0] or cards[0].entry.matter in matters)
    return Asked(kind, row, bool(cards) and good[0], on_matter, good.index(True) if True in good else 99)


def _fits(card: Card, gold: tuple[str, ...]) -> bool:
    return bool(gold) and card.entry.id.startswith(gold)


def _report(asked: list[Asked]) -> None:
    rows, matter = np.array([a.row for a in asked]), np.array([a.matter for a in asked], float)
    weights = _fit(rows, matter, np.array([WEIGHT[a.kind] for a in asked]))
    print("weights of features:", np.round(weights, 2).tolist())
    sure = 1 / (1 + np.exp(-rows @ weights))
    for kind in WEIGHT:
        mine = [place for place, a in enumerate(asked) if a.kind == kind]
        ranks = np.array([asked[place].rank for place in mine])
        print(f"{kind}: {len(mine)} questions, R@1 {np.mean(ranks < 1):.3f}, R@3 {np.mean(ranks < 3):.3f}")
        for line in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            shown = [place for place in mine if sure[place] >= line]
            right = np.mean([asked[place].right for place in shown]) if shown else float("nan")
            on = np.mean([asked[place].matter for place in shown]) if shown else float("nan")
            print(
                f"  at {line:.1f}: answered {len(shown) / len(mine):.0%}, right card {right:.0%}, right matter {on:.0%}"
            )


def _fit(rows: np.ndarray, right: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Logistic regression whose weights may not be negative but for the bias: more of a feature is never less sure."""
    weights = np.zeros(rows.shape[1])
    for _ in range(20_000):
        sure = 1 / (1 + np.exp(-rows @ weights))
        weights += 0.5 * rows.T @ (weight * (right - sure)) / weight.sum()
        weights[1:] = np.maximum(weights[1:], 0.0)
    return weights


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
