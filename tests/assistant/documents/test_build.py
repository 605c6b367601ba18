from datetime import date
from decimal import Decimal

import pytest

from assistant.documents.build import build
from assistant.documents.shelf import documents
from assistant.errors import BadFact
from assistant.facts.model import Facts

TODAY = date(2026, 11, 24)

ORDER = """支付令申请书
申请人：张三，住所：某市某路1号，联系电话：＿＿＿＿。
性别：男，公民身份号码：＿＿＿＿，工作单位：＿＿＿＿。
被申请人：李四，住所：＿＿＿＿，联系电话：＿＿＿＿。
性别：＿＿＿＿，公民身份号码：＿＿＿＿，工作单位：＿＿＿＿。
统一社会信用代码：＿＿＿＿，法定代表人（主要负责人）：＿＿＿＿，职务：＿＿＿＿。
请求事项
1．请求向被申请人发出支付令，督促其支付货款8000.50元；
2．申请费由被申请人负担。
事实和理由
2024年3月供货。
4月对账。
上述款项应于2024年5月1日付清，至今未付。申请人与被申请人没有其他债务纠纷，支付令能够送达被申请人。
证据
序号｜证据名称｜来源｜证明什么
1｜对账单｜双方签字｜欠8000.50元
2｜送货单｜｜
此致
＿＿法院名称＿＿
申请人（签名或者盖章）：＿＿＿＿
＿＿＿＿年＿＿＿＿月＿＿＿＿日"""

TOLD: Facts = {
    "applicant_name": "张三",
    "applicant_home": "某市某路1号",
    "applicant_sex": "male",
    "respondent_name": "李四",
    "owed": Decimal("8000.50"),
    "owed_for": "货款",
    "due_on": date(2024, 5, 1),
    "story": "2024年3月供货。\n4月对账。",
    "evidence": "对账单｜双方签字|欠8000.50元\n送货单",
}


def paper(id: str, facts: Facts) -> str:
    return build(documents()[id], facts, TODAY).text.partition("\n————")[0]


def test_what_is_told_stands_in_its_place_and_the_rest_is_blank() -> None:
    assert paper("payment-order", TOLD) == ORDER


def test_every_fact_that_is_not_told_is_named_among_the_blanks() -> None:
    sheet = build(documents()["payment-order"], TOLD, TODAY)
    assert {"court", "applicant_phone", "respondent_home"} <= set(sheet.blanks)
    assert not set(sheet.blanks) & set(TOLD)


def test_claims_that_are_not_told_are_left_out_where_one_is() -> None:
    text = paper("labour-arbitration", {"severance_claim": Decimal(28000)})
    assert "1．请求裁决被申请人支付解除（终止）劳动合同的经济补偿28000元；" in text
    assert "加班费" not in text


def test_all_claims_stand_on_an_empty_form() -> None:
    text = paper("labour-arbitration", {})
    assert "加班费" in text
    assert "工伤保险待遇" in text


def test_boxes_show_every_choice_and_tick_the_one_told() -> None:
    assert "☑转账　□现金　□转账和现金　□其他" in paper("loan-complaint", {"paid_how": "transfer"})
    assert "□转账　□现金　□转账和现金　□其他" in paper("loan-complaint", {})
    assert "禁止被申请人实施家庭暴力：□是　☑否" in paper("protection-order", {"stop_violence": False})


def test_a_form_keeps_the_row_of_the_kind_of_party_that_is_told() -> None:
    text = paper("loan-complaint", {"defendant_code": "91310000000000000X"})
    assert "被告是单位的" in text
    assert "被告是个人的" not in text


def test_the_person_is_told_that_a_will_must_be_written_by_hand() -> None:
    assert "亲笔抄写，打印出来签名不算" in build(documents()["will"], {}, TODAY).text


def test_a_line_with_more_cells_than_columns_is_an_error_that_shows_them() -> None:
    with pytest.raises(BadFact, match="一行最多 3 格"):
        paper("payment-order", {"evidence": "一｜二｜三｜四"})
