"""Personal data is found and marked; what the law needs stays as it was."""

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval import personal_values as made
from eval.personal_forms import said
from knowledge.privacy import find, mask, without_marks

SENTENCES = st.text(alphabet="我你他的欠钱合同，。借了不还房子怎么办老板公司打一二三1元条", max_size=20)
SEEDS = st.integers(0, 10**6)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我身份证310101199001011234，公司欠我工资", "我身份证〔证件号〕，公司欠我工资"),
        ("身份证11010119900307109X丢了", "身份证〔证件号〕丢了"),
        ("身份证号3101011990010112345写多了一位", "身份证号〔证件号〕写多了一位"),
        ("身份证 310101 19900101 1234 被冒用", "身份证 〔证件号〕 被冒用"),
        ("电话13812345678被骚扰", "电话〔电话〕被骚扰"),
        ("打138 1234 5678找我", "打〔电话〕找我"),
        ("手机１３８１２３４５６７８", "手机〔电话〕"),
        ("电话幺三八一二三四五六七八你记一下", "电话〔电话〕你记一下"),
        ("座机021-12345678", "座机021-12345678"),  # no number begins with 1
        ("座机021-62345678", "座机〔电话〕"),
        ("客服400-123-4567不退款", "客服〔电话〕不退款"),
        ("银行卡6222021234567890123被盗刷", "银行卡〔卡号〕被盗刷"),
        ("护照E12345678过期", "护照〔护照号〕过期"),
        ("回乡证H12345678", "回乡证〔通行证号〕"),
        ("京A12345追尾，沪AD12345逃逸", "〔车牌〕追尾，〔车牌2〕逃逸"),
        ("发到a.b+c@example.com吧", "发到〔邮箱〕吧"),
        ("微信号abc_12345拉黑我", "微信号〔账号〕拉黑我"),
        ("QQ：123456789", "QQ：〔账号〕"),
        ("来源IP 203.0.113.7", "来源IP 〔IP〕"),
        ("住北京市海淀区中关村大街27号3号楼2单元501室", "住北京市海淀区〔地址〕"),
        ("家在河南省虞城县李家村三组", "家在河南省虞城县〔地址〕"),
        ("我叫张三欠薪半年", "我叫〔姓名〕欠薪半年"),
        ("被告李四不还钱，李四人在外地", "被告〔姓名〕不还钱，〔姓名〕人在外地"),
        ("我老公王建国打我", "我老公〔姓名〕打我"),
        ("张三，男，1990年1月1日出生，汉族", "〔姓名〕，男，〔出生日期〕出生，汉族"),
        ("原告王强诉被告李四", "原告〔姓名〕诉被告〔姓名2〕"),
    ],
)
def test_what_is_masked_and_with_which_mark(text: str, masked: str) -> None:
    assert mask(text).text == masked
    assert mask(masked).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "欠我350000元，2021年3月15日借的，第1079条",
        "案号（2023）沪01民终12345号",
        "快递单号123456789012345678没收到",
        "还有没有王法，墙上张贴了告示，高一学生打人",
        "我孩子2016年5月3日出生，离婚判给谁",
        "被告应当承担什么责任，我老公经常打我",
        "《王强法》里怎么写，法释〔2020〕17号第十条",
        "拨打12348、110、95588都没人接",
        "张某把李某打了，王先生说可以调解",
    ],
)
def test_what_the_law_needs_stays(text: str) -> None:
    assert mask(text).text == text
    assert not mask(text).spans


@given(SENTENCES, SENTENCES, SEEDS)
def test_identity_numbers_are_hidden_wherever_they_stand(before: str, after: str, seed: int) -> None:
    number = made.identity(made.Dice(seed, held_out=False))
    text = f"{before}。{number}。{after}"
    assert number not in mask(text).text


@given(SENTENCES, SENTENCES, SEEDS)
def test_dictated_mobiles_and_cards_are_hidden(before: str, after: str, seed: int) -> None:
    dice = made.Dice(seed, held_out=False)
    phone, card = said(made.mobile(dice), dice), said(made.card(dice), dice)
    hidden = mask(f"{before}。电话{phone}。卡号{card}。{after}").text
    assert phone not in hidden
    assert card not in hidden


@given(SEEDS)
def test_a_wrong_check_sign_is_hidden_all_the_same_beside_its_name(seed: int) -> None:
    number = made.identity(made.Dice(seed, held_out=False))
    wrong = number[:17] + next(sign for sign in "0123456789X" if sign != number[17])
    assert [(span.start, span.end) for span in find(f"身份证{wrong}丢了")] == [(3, 21)]


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_is_masked_once_and_put_together_again(text: str) -> None:
    masked = mask(text)
    assert mask(masked.text).text == masked.text
    if not masked.spans:
        assert masked.text == text
    assert all(one.end <= two.start for one, two in zip(masked.spans, masked.spans[1:], strict=False))


def test_the_marks_are_not_searched_for() -> None:
    said_text = mask("我身份证310101199001011234，电话13812345678，欠我工资").text
    assert without_marks(said_text).split() == ["，", "，欠我工资"]
    assert without_marks("国发〔2021〕3号") == "国发〔2021〕3号"


def test_the_same_person_has_the_same_mark_and_another_has_another() -> None:
    marks = re.findall(r"〔姓名\d*〕", mask("甲方：王强，乙方：李四，王强欠我钱").text)
    assert marks == ["〔姓名〕", "〔姓名2〕", "〔姓名〕"]


def test_a_page_is_masked_in_moments() -> None:
    dice = random.Random(1)
    page = "".join(
        dice.choice(["我叫张三欠薪半年。", "合同写的是三千五百元，第47条。", "电话13812345678，", "1 2 3 ", "路"])
        for _ in range(2000)
    )
    began = time.perf_counter()
    find(page)
    assert time.perf_counter() - began < 5
