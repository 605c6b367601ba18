"""The interviews of the house: their law stands, their sums fit the calculators, every way through them ends well."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from assistant.calculators.registry import calculators
from assistant.facts.check import check
from assistant.facts.model import Fact, Kind, Span, Value
from assistant.interviews.advice import advise
from assistant.interviews.engine import begin
from assistant.interviews.model import Interview
from assistant.interviews.path import next_step, put, put_off
from assistant.interviews.shelf import interviews
from assistant.model import Role
from assistant.steps import Running
from knowledge import Holdings, matter_ids

TODAY = date(2026, 11, 24)
ALL = list(interviews().values())
WALKS = 150


def named(interview: Interview) -> str:
    return interview.id


def test_there_are_at_least_fourteen_interviews_of_six_to_fourteen_facts() -> None:
    assert len(ALL) >= 14
    assert [one.id for one in ALL if not 6 <= len(one.facts) <= 14] == []


def test_no_way_of_starting_belongs_to_two_interviews() -> None:
    said = [words for one in ALL for words in (*one.start, one.title)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("interview", ALL, ids=named)
def test_every_article_is_in_force_on_the_day_checked_and_reads_so_today(interview: Interview, real: Holdings) -> None:
    for ref in interview.refs:
        finding = real.library.resolve(ref, interview.checked)
        assert finding.citable, f"{ref}: {finding.miss} {finding.status} {finding.note}"
        assert finding.text == real.library.resolve(ref, TODAY).text, str(ref)


@pytest.mark.parametrize("interview", ALL, ids=named)
def test_every_sum_gives_its_calculator_facts_of_the_right_kind(interview: Interview) -> None:
    for wanted in interview.sums:
        facts = {fact.id: fact for fact in calculators()[wanted.calculator].facts}
        for own, told in wanted.takes.items():
            kind = Kind.DATE if told == "today" else interview.ask(told).fact.kind
            assert facts[own].kind is kind, f"{wanted.calculator}.{own} takes {told}"
        for own, value in wanted.given.items():
            check(facts[own], value)


@pytest.mark.parametrize("interview", ALL, ids=named)
def test_every_question_says_why_and_every_outcome_can_hold(interview: Interview) -> None:
    assert all(fact.question and fact.why for fact in interview.facts)
    held = {outcome.id for facts in walks(interview) for outcome in holding_of(interview, facts)}
    assert sorted({outcome.id for outcome in interview.outcomes} - held) == []


@pytest.mark.parametrize("interview", ALL, ids=named)
def test_every_way_through_ends_with_a_conclusion(interview: Interview) -> None:
    for running in walks(interview):
        said = advise(interview, running, TODAY).sentences
        assert any(one.role is Role.CONCLUSION for one in said), dict(running.facts)


@pytest.mark.parametrize("interview", ALL, ids=named)
def test_every_fact_makes_a_difference(interview: Interview) -> None:
    """A fact that no condition and no sum looks at would be asked for nothing, and the `why` shown would be untrue."""
    from assistant.interviews.condition import tests_of

    used = {test.fact for ask in interview.asks for test in tests_of(ask.when)}
    used |= {test.fact for outcome in interview.outcomes for test in tests_of(outcome.when)}
    used |= {fact for wanted in interview.sums for fact in wanted.takes.values()}
    used |= {test.fact for wanted in interview.sums for test in tests_of(wanted.when)}
    idle = [fact.id for fact in interview.facts if fact.id not in used]
    assert idle == []


def test_offered_matters_exist() -> None:
    assert all(one.matter in matter_ids() for one in ALL)


def holding_of(interview: Interview, running: Running) -> tuple:  # type: ignore[type-arg]
    from assistant.interviews.advice import holding
    from assistant.interviews.path import facts_told

    return holding(interview, facts_told(interview, running, TODAY), TODAY)


def walks(interview: Interview) -> list[Running]:
    """Many ways through the interview, each answering or skipping what is asked; always the same ones."""
    chance = random.Random(interview.id)
    return [walk(interview, chance) for _ in range(WALKS)]


def walk(interview: Interview, chance: random.Random) -> Running:
    running = begin(interview, TODAY)
    while step := next_step(interview, running, TODAY):
        fact = interview.ask(step.id).fact
        if step.skippable and chance.random() < 0.15:
            running = put_off(running, step.id)
            continue
        running = put(interview, running, step.id, answer(interview, running, fact, chance), TODAY)
    return running


def answer(interview: Interview, running: Running, fact: Fact, chance: random.Random) -> Value:
    match fact.kind:
        case Kind.CHOICE:
            return chance.choice(fact.choices).id
        case Kind.FLAG:
            return chance.random() < 0.5
        case Kind.DATE:
            earliest = running.facts.get(interview.ask(fact.id).after)
            most = (TODAY - earliest).days if isinstance(earliest, date) else 2600
            return TODAY - timedelta(days=chance.choice((0, min(5, most), min(200, most), chance.randint(0, most))))
        case Kind.SPAN:
            return Span(months=chance.randint(1, 40))
        case Kind.SHARE:
            return Decimal(chance.choice(("0.1", "0.3", "0.5")))
        case Kind.REGION:
            return chance.choice(("310000", "440000", "510000"))
        case Kind.MONEY:
            return Decimal(chance.choice((0, 500, 8000, 20000, 350000)))
        case Kind.NUMBER:
            least, most_of = int(fact.least or 0), int(fact.most if fact.most is not None else 100)
            return Decimal(chance.randint(least, most_of))
        case Kind.TEXT:
            return "甲"
