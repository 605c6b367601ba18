"""The second stage: everything that the answer may rest on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.emergency import emergency
from assistant.model import Conversation, Evidence, Question, Turn
from assistant.retrieval import GUIDE_CARDS, Retrieval
from assistant.understanding.understand import Understanding
from knowledge import Gap, Holdings, Status
from knowledge.bootstrap import classifier
from tests.assistant import made_up
from tests.assistant.made_up import FENCE_CARD, FENCES, OLD_WELLS, ref
from tests.assistant.test_verification import Desk

Found = Callable[..., Evidence]
GAP = Gap("篱笆法解释", "interpretation", "这里没有收录篱笆法的解释。", "made up", ("housing.neighbours",))


@pytest.fixture
def found(small: Holdings) -> Found:
    question: Question = Desk(small).question
    return lambda held=small, **changes: Retrieval(held)(replace(question, **changes))


def test_the_articles_behind_the_first_card_are_resolved(found: Found) -> None:
    evidence = found()
    assert [finding.ref for finding in evidence.support] == list(FENCE_CARD.refs)
    assert evidence.stale == frozenset()
    assert evidence.changed == ()


def test_on_a_day_of_the_past_the_card_is_stale_where_its_law_read_otherwise(found: Found) -> None:
    evidence = found(day=date(2015, 5, 1))
    assert evidence.stale == {ref(FENCES, 2, 1), ref(FENCES, 3)}
    assert ref(FENCES, 2, 1) in [finding.ref for finding in evidence.changed]


def test_named_articles_are_found_even_where_they_are_gone(found: Found) -> None:
    (finding,) = found(asked_refs=(ref(OLD_WELLS, 2),)).asked
    assert finding.status is Status.ENDED


def test_law_that_has_ended_since_is_among_what_changed(found: Found) -> None:
    evidence = found(asked_refs=(ref(OLD_WELLS, 2),), day=date(2015, 5, 1))
    assert (ref(OLD_WELLS, 2), Status.ENDED) in [(finding.ref, finding.status) for finding in evidence.changed]


def test_gaps_are_those_that_the_question_touches(found: Found, small: Holdings) -> None:
    seen = list[tuple[object, ...]]()

    def touching(*asked: object) -> tuple[Gap, ...]:
        seen.append(asked)
        return (GAP,)

    assert found(replace(small, gaps_touching=touching)).gaps == (GAP,)
    assert seen[0][0] == {"housing.neighbours"}


def test_no_more_cards_than_may_be_offered_are_taken(found: Found, small: Holdings) -> None:
    cards = tuple(replace(FENCE_CARD, id=f"card-{number}") for number in range(9))
    held = replace(small, searcher=made_up.FixedSearch(small.library, cards=cards), guides={c.id: c for c in cards})
    assert len(found(held).guides) == GUIDE_CARDS


@pytest.mark.parametrize(
    ("typed", "twin"),
    [
        ("老闆拖欠我三個月薪水怎麼辦", "老板拖欠我三个月薪水怎么办"),
        ("對方不願意離婚，法院會判嗎", "对方不愿意离婚，法院会判吗"),
        ("房東唔肯退按金點算", "房东唔肯退按金点算"),
        ("民法典第一千零七十九條說什麼", "民法典第一千零七十九条说什么"),
        ("車禍對方全責不賠錢", "车祸对方全责不赔钱"),
        ("公司資遣我沒給資遣費", "公司资遣我没给资遣费"),
    ],
)
def test_a_traditional_question_finds_what_its_simplified_twin_does(real: Holdings, typed: str, twin: str) -> None:
    understand = Understanding(real.find_refs, lambda: made_up.TODAY, classifier())
    asked, again = (understand(Conversation("c", turn=Turn(text))) for text in (typed, twin))
    assert Retrieval(real)(asked) == Retrieval(real)(again)


def test_a_traditional_cry_for_help_is_heard(small: Holdings) -> None:
    understand = Understanding(small.find_refs, lambda: made_up.TODAY, classifier())
    assert understand(Conversation("c", turn=Turn("我不想活了，沒有人幫我，老公還在打我"))).signals
    assert emergency(understand(Conversation("c", turn=Turn("轉人工")))) is not None
