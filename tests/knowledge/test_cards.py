"""Guide cards for plain questions: the right card first, and silence where no card answers."""

from pathlib import Path

import pytest

from knowledge.adapters.okapi_scorer import OkapiScorer
from knowledge.bootstrap import classifier, engines
from knowledge.guide_cards import load_guides
from knowledge.search.cards import Card, CardSearch, Entry, card_confidence, card_terms, features

DATA = Path(__file__).parent / "data"
SURE = 0.65


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def search() -> CardSearch:
    guides, words = load_guides(), engines().words
    return CardSearch(
        [Entry.of(guide) for guide in guides], words, OkapiScorer([card_terms(guide, words) for guide in guides])
    )


def ask(search: CardSearch, text: str) -> list[Card]:
    """The cards found without any statute installed."""
    return search.search(text, [likely.matter for likely in classifier()(text)], (), 12)


def test_plain_questions_find_their_card(search: CardSearch) -> None:
    asked = [line.split("\t") for line in lines("plain_questions.tsv")]
    wrong = [text for text, gold in asked if not ask(search, text)[0].entry.id.startswith(tuple(gold.split()))]
    assert len(wrong) <= 0.16 * len(asked), wrong


def test_a_sure_card_is_nearly_always_the_right_one(search: CardSearch) -> None:
    asked = [line.split("\t") for line in lines("plain_questions.tsv")]
    sure = [(ask(search, text), gold) for text, gold in asked if card_confidence(ask(search, text)) >= SURE]
    right = sum(cards[0].entry.id.startswith(tuple(gold.split())) for cards, gold in sure)
    assert len(sure) >= 0.75 * len(asked)
    assert right >= 0.9 * len(sure)


def test_talk_about_other_things_finds_no_sure_card(search: CardSearch) -> None:
    asked = lines("off_topic.txt")
    sure = [text for text in asked if card_confidence(ask(search, text)) >= SURE]
    assert len(sure) <= 0.05 * len(asked), sure


@pytest.mark.parametrize("text", ["", "，。！", "🙂", "\x00"])
def test_a_text_without_words_finds_nothing(search: CardSearch, text: str) -> None:
    assert ask(search, text) == []
    assert card_confidence([]) == 0.0


def test_more_of_a_feature_is_never_less_sure(search: CardSearch) -> None:
    cards = ask(search, "房东不退押金")
    assert features(cards)[0] == 1.0
    assert card_confidence(cards) >= card_confidence([cards[1], cards[0], *cards[2:]])


def test_the_scores_are_those_of_rank_bm25() -> None:
    scorer = OkapiScorer([["a", "b", "b"], ["b", "c"], ["d"]])
    assert list(scorer.scores(["b", "c", "z"])) == pytest.approx(list(scorer.get_scores(["b", "c", "z"])))
