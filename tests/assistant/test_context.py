"""What a turn means beside the turn before it."""

import pytest

from assistant.understanding.context import corrects, follows, joined, leaves, pointed_at, questions_in, without_leave
from knowledge import ArticleRef

ARTICLE = ArticleRef("民法典", 1079)


@pytest.mark.parametrize(
    "text",
    ["那孩子呢？", "多久？", "要多久", "那找谁", "他要是不给呢", "要多少钱啊", "为啥", "可以吗？", "去哪里办",
     "那房子呢", "一般要几个月",
     "不是3000，是5000", "说错了，应该是五千", "嗯那要什么材料"],
)  # fmt: skip
def test_what_leans_on_the_question_before_follows_it(text: str) -> None:
    assert follows(text)


@pytest.mark.parametrize(
    "text",
    [
        "房东不退押金怎么办",
        "换个问题，多久",
        "公司拖欠工资不给怎么办呢我都等了半年了",
        "我想离婚",
        "工伤认定去哪申请",
        "换个话题吧",
    ],
)
def test_what_stands_by_itself_does_not(text: str) -> None:
    assert not follows(text)


def test_who_changes_the_topic_says_so() -> None:
    assert leaves("换个问题，房东不退押金")
    assert without_leave("换个问题，房东不退押金") == "房东不退押金"
    assert without_leave("不说这个了。被狗咬了谁赔") == "被狗咬了谁赔"
    assert not leaves("换个房东押金还退吗")


@pytest.mark.parametrize(
    ("before", "text", "question"),
    [
        ("月薪3000被辞退赔多少", "不是3000，是5000", "月薪5000被辞退赔多少"),
        ("我在北京被辞退了", "不是北京，是上海", "我在上海被辞退了"),
        ("月薪三千被辞退赔多少", "说错了，应该是五千", "月薪三千被辞退赔多少 五千"),
        ("干了三年", "记错了，四年", "干了三年 四年"),
        ("月薪三千被辞退赔多少", "更正一下，是5000", "月薪三千被辞退赔多少 5000"),
        ("月薪3000被辞退赔多少", "打错了，不是3000，是5000", "月薪5000被辞退赔多少"),
        ("离婚要什么材料", "那孩子呢", "离婚要什么材料 那孩子呢"),
    ],
)
def test_a_follow_up_stands_for_a_whole_question(before: str, text: str, question: str) -> None:
    assert joined(before, text) == question


@pytest.mark.parametrize(
    "text", ["不是我打的，是他先动手打我，我才还手的", "是五千吗", "不是说可以退吗", "修改遗嘱", "打错了人"]
)
def test_a_denial_is_no_correction(text: str) -> None:
    assert not corrects(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("老板拖欠工资怎么办？另外社保没交能补吗？", ("老板拖欠工资怎么办？", "社保没交能补吗？")),
        (
            "我被狗咬了。狗主人不认账怎么办？还有就是疫苗的钱谁出？",
            ("我被狗咬了。狗主人不认账怎么办？", "疫苗的钱谁出？"),
        ),
        ("离婚怎么起诉，顺便问一下婚前房子要不要分", ("离婚怎么起诉", "婚前房子要不要分")),
        ("1、辞退赔多少？2、没签合同能要双倍工资吗？", ("辞退赔多少？", "没签合同能要双倍工资吗？")),
    ],
)
def test_several_questions_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert questions_in(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "能赔多少？要多久？",
        "老板不发工资怎么办？那要是他跑了呢？",
        "我被打了，另外手机也摔坏了，怎么办",
        "房东不退押金？？",
        "怎么办",
        "",
    ],
)
def test_sides_of_one_question_stay_together(text: str) -> None:
    assert questions_in(text) == ()


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("该条第二款怎么说", ArticleRef("民法典", 1079, paragraph=2)),
        ("这条第三项呢", ArticleRef("民法典", 1079, item=3)),
        ("前一条呢", ArticleRef("民法典", 1078)),
        ("下一条", ArticleRef("民法典", 1080)),
        ("那孩子呢", None),
    ],
)
def test_places_are_counted_from_the_article_last_cited(text: str, ref: ArticleRef | None) -> None:
    assert pointed_at(text, ARTICLE) == ref


def test_before_the_first_article_there_is_none() -> None:
    assert pointed_at("前一条", ArticleRef("民法典", 1)) is None
