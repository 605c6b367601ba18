from datetime import date

import pytest

from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.documents.model import Document
from assistant.documents.shelf import documents, fields_of, offered_for
from assistant.interviews.shelf import interviews
from knowledge import Holdings

TODAY = date(2026, 11, 24)
ALL = list(documents().values())

OFFERED = [
    ("labour.wages", "labour-arbitration"),
    ("labour.wages", "labour-inspectorate-complaint"),
    ("debt.loan", "loan-complaint"),
    ("family.divorce", "divorce-complaint"),
    ("family.violence", "protection-order"),
    ("housing.tenancy", "tenancy-complaint"),
    ("traffic.accident", "traffic-complaint"),
    ("consumer.fraud", "consumer-complaint"),
    ("inheritance.will", "will"),
    ("services.legal_aid", "legal-aid-application"),
    ("procedure.enforcement", "enforcement-application"),
]


def test_there_are_at_least_sixteen() -> None:
    assert len(ALL) >= 16


@pytest.mark.parametrize(("matter", "document"), OFFERED)
def test_a_document_is_offered_for_its_matter(matter: str, document: str) -> None:
    assert document in [one.id for one in offered_for(matter)]


def test_the_fields_are_facts_that_nobody_has_to_tell() -> None:
    facts = fields_of("loan-complaint")
    assert {"owed", "principal", "lent_on", "plaintiff_name"} <= {fact.id for fact in facts}
    assert not any(fact.required for fact in facts)


def test_every_document_that_an_interview_offers_exists() -> None:
    offered = {id for one in interviews().values() for id in one.documents}
    offered |= {id for one in interviews().values() for outcome in one.outcomes for id in outcome.documents}
    assert sorted(offered - documents().keys()) == []


def test_a_fact_that_an_interview_and_its_document_share_is_of_one_kind() -> None:
    for interview in interviews().values():
        told = {fact.id: fact for fact in interview.facts}
        offered = {*interview.documents, *(id for outcome in interview.outcomes for id in outcome.documents)}
        for field in (field for id in offered for field in documents()[id].fields):
            if field.fact.id in told:
                asked = told[field.fact.id]
                assert asked.kind is field.fact.kind, (interview.id, asked.id)
                assert {one.id for one in asked.choices} <= {one.id for one in field.fact.choices}, asked.id


@pytest.mark.parametrize("document", ALL, ids=lambda document: document.id)
def test_every_article_that_a_document_names_is_in_force(document: Document, real: Holdings) -> None:
    library = real.library
    assert library is not None
    assert [str(ref) for ref in document.refs if not library.resolve(ref, TODAY).citable] == []


@pytest.mark.parametrize("document", ALL, ids=lambda document: document.id)
def test_every_document_says_how_and_where_it_was_checked(document: Document) -> None:
    assert document.checked <= TODAY
    assert document.notes
    assert document.where or document.id == "consultation-opinion"


def test_a_result_that_fills_a_fact_is_one_that_the_calculator_names() -> None:
    from tests.assistant.documents.sums import FACTS

    for place in (place for document in ALL for place in document.filled):
        working = reckon(calculators()[place.calculator], FACTS[place.calculator])
        assert place.result in [line.id for line in working.results], place  # type: ignore[union-attr]
