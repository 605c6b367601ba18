"""Composition by quotation: named articles first, else the best card, else the nearest articles, else honesty."""

from dataclasses import replace

import pytest

from assistant.composition.quotation import best_guide, compose
from assistant.model import Origin, Role, Sentence
from knowledge import Gap, Holdings
from tests.assistant import made_up
from tests.assistant.made_up import FENCE_CARD, FENCES, WELL_CARD, ref
from tests.assistant.test_verification import Desk

GAP = Gap("篱笆法解释", "interpretation", "这里没有收录篱笆法的解释。", "made up", ("housing.neighbours",))


@pytest.fixture
def desk(small: Holdings) -> Desk:
    return Desk(small)


def composed(desk: Desk, **changes: object) -> list[Sentence]:
    evidence = replace(desk.evidence, **changes)  # type: ignore[arg-type]
    return list(compose(desk.question, evidence).sentences)


def test_a_card_that_fits_leads_and_its_law_follows_in_its_own_words(desk: Desk) -> None:
    sentences = composed(desk)
    assert sentences[0].source == "understood_as"
    assert sentences[1] == Sentence(
        FENCE_CARD.answer[0].text, Role.CONCLUSION, Origin.GUIDE, FENCE_CARD.answer[0].law, source=FENCE_CARD.id
    )
    quoted = [sentence for sentence in sentences if sentence.origin is Origin.STATUTE]
    assert [sentence.cites[0] for sentence in quoted] == list(FENCE_CARD.refs)


def test_an_article_that_reads_otherwise_that_day_is_not_quoted_for_a_card(desk: Desk) -> None:
    stale = FENCE_CARD.refs[0]
    assert stale not in [
        ref for s in composed(desk, stale=frozenset({stale})) for ref in s.cites if s.origin is Origin.STATUTE
    ]


def test_without_a_fitting_card_the_nearest_articles_are_quoted(desk: Desk) -> None:
    sentences = composed(desk, guide_confidence=0.0)
    assert sentences[0].source == "law_only"
    assert {sentence.origin for sentence in sentences[1:]} == {Origin.STATUTE}


def test_with_nothing_that_fits_it_says_that_it_does_not_know_and_offers_a_person(desk: Desk) -> None:
    evidence = replace(desk.evidence, guide_confidence=0.0, confidence=0.0)
    draft = compose(desk.question, evidence)
    assert [sentence.source for sentence in draft.sentences] == ["not_known", "not_known_person"]
    assert [offer.kind for offer in draft.offers] == ["person"]


def test_missing_law_is_said_first(desk: Desk) -> None:
    assert [sentence.source for sentence in composed(desk, gaps=(GAP,))][:2] == ["gap_first", "gap"]


def test_an_article_that_was_asked_for_goes_before_any_card(desk: Desk, small: Holdings) -> None:
    question = replace(desk.question, asked_refs=(ref(FENCES, 3),))
    evidence = replace(desk.evidence, asked=(small.library.resolve(ref(FENCES, 3), made_up.TODAY),))
    assert best_guide(evidence) is None
    sources = [(s.source, s.origin) for s in compose(question, evidence).sentences]
    assert sources == [("law_stands", Origin.PHRASE), ("", Origin.STATUTE)]


def test_other_cards_are_offered_and_always_a_person(desk: Desk) -> None:
    draft = compose(desk.question, replace(desk.evidence, guides=(FENCE_CARD, WELL_CARD)))
    assert ("guide", WELL_CARD.id) in [(offer.kind, offer.id) for offer in draft.offers]
    assert (draft.offers[-1].kind, draft.offers[-1].id) == ("person", "mediation")
    assert draft.missing == FENCE_CARD.decides


def test_a_law_named_as_a_whole_does_not_stop_the_question_from_being_answered(desk: Desk, small: Holdings) -> None:
    whole = small.library.resolve(ref(FENCES, 0), made_up.TODAY)
    evidence = replace(desk.evidence, asked=(whole,))
    assert best_guide(evidence) is not None
    assert next(iter(compose(desk.question, evidence).sentences)).source == "understood_as"


def test_an_unknown_law_is_denied_and_the_question_answered_all_the_same(desk: Desk, small: Holdings) -> None:
    unknown = small.library.resolve(ref("没有的法", 0), made_up.TODAY)
    sentences = list(compose(desk.question, replace(desk.evidence, asked=(unknown,))).sentences)
    assert sentences[0].source == "finding"
    assert any(sentence.origin is Origin.GUIDE for sentence in sentences)
