"""The matter that a question seems to be about."""

import pytest

from assistant.model import Service
from assistant.understanding.topics import is_sure, service_of, topics_of
from knowledge import Likely, matter_ids
from knowledge.bootstrap import classifier


@pytest.mark.parametrize(
    ("text", "service", "matter"),
    [
        ("老板拖欠工资三个月了", "consultation", "labour.wages"),
        ("上班路上被车撞算工伤吗", "consultation", "labour.injury"),
        ("离婚孩子归谁", "consultation", "family.custody"),
        ("彩礼能要回来吗", "consultation", "family.bride_price"),
        ("借条丢了对方不还钱", "consultation", "debt.loan"),
        ("房东不退押金", "consultation", "housing.tenancy"),
        ("被狗咬了谁赔", "consultation", "tort.animal"),
        ("酒驾判几年", "consultation", "traffic.drunk"),
        ("怎么申请法律援助", "legal_aid", "services.legal_aid"),
        ("找个打离婚官司的律师", "lawyer", "services.lawyer"),
        ("我要投诉律师收钱不办事", "complaints", "services.lawyer"),
        ("房東不退押金", "consultation", "housing.tenancy"),
    ],
)
def test_the_likeliest_service_and_matter_come_first(text: str, service: str, matter: str) -> None:
    likely = classifier()(text)
    topics = topics_of(likely)
    assert (service_of(topics[0].matter, likely), topics[0].matter) == (service, matter)
    assert all(topic.matter in matter_ids() for topic in topics)


@pytest.mark.parametrize("text", ["今天天气真好", "", "？？", "你好"])
def test_talk_without_a_matter_has_none(text: str) -> None:
    assert topics_of(classifier()(text)) == ()


def test_a_matter_that_two_services_may_have_is_named_once() -> None:
    likely = (Likely("complaints", "services.lawyer", 0.5), Likely("lawyer", "services.lawyer", 0.25))
    assert [(topic.matter, topic.weight) for topic in topics_of(likely)] == [("services.lawyer", 0.75)]
    assert service_of("services.lawyer", likely) is Service.COMPLAINTS


def test_a_matter_of_a_service_goes_to_the_service_and_all_else_to_consultation() -> None:
    assert service_of("services.notary", ()) is Service.NOTARY
    assert service_of("labour.wages", ()) is Service.CONSULTATION
    assert service_of("", ()) is Service.CONSULTATION


def test_what_is_likelier_than_not_is_sure() -> None:
    assert is_sure((Likely("consultation", "debt.loan", 0.5),))
    assert not is_sure((Likely("consultation", "debt.loan", 0.4),))
    assert not is_sure(())
