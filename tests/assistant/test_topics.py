"""The matter that a question seems to be about."""

import pytest

from assistant.model import Service
from assistant.understanding.topics import service_of, topics_of
from knowledge import matter_ids


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("老板拖欠工资三个月了", "labour.wages"),
        ("上班路上被车撞算工伤吗", "labour.injury"),
        ("离婚孩子归谁", "family.divorce"),
        ("彩礼能要回来吗", "family.bride_price"),
        ("借条丢了对方不还钱", "debt.loan"),
        ("房东不退押金", "housing.tenancy"),
        ("被狗咬了谁赔", "tort.animal"),
        ("怎么申请法律援助", "services.legal_aid"),
        ("不服行政处罚怎么申请行政复议", "administrative.reconsideration"),
        ("酒驾判几年", "traffic.drunk"),
    ],
)
def test_the_likeliest_matter_comes_first(text: str, matter: str) -> None:
    topics = topics_of(text)
    assert topics[0].matter == matter
    assert topics[0].words
    assert all(topic.matter in matter_ids() for topic in topics)


def test_talk_without_a_word_of_law_has_no_matter() -> None:
    assert topics_of("今天天气真好") == ()


def test_a_matter_of_a_service_goes_to_the_service_and_all_else_to_consultation() -> None:
    assert service_of("services.notary") is Service.NOTARY
    assert service_of("labour.wages") is Service.CONSULTATION
    assert service_of("") is Service.CONSULTATION
