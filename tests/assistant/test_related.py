"""Questions of the bank on the articles that an answer cites."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.bootstrap import wire
from assistant.model import Reply, Turn, Urgency
from assistant.related import SHOWN, RelatedQuestions
from knowledge import ArticleRef, Force, Holdings
from tests.assistant import made_up
from tests.assistant.made_up import BEGAN, CHANGED

QUESTION = "邻居的篱笆挡了我的路怎么办"
Ask = Callable[..., Reply]


@pytest.fixture
def ask(small: Holdings) -> Ask:
    """The reply to a question where the bank has these questions on the articles of these numbers."""

    def asked(bank: dict[int, tuple[str, ...]], question: str = QUESTION, day: date | None = None) -> Reply:
        held = replace(small, asked_about=lambda ref, force: bank.get(ref.article, ()))
        return wire(held, made_up.Memory(), clock=lambda: made_up.NOW).reply(Turn(question, day=day))

    return asked


def test_those_nearest_to_the_question_come_first(ask: Ask) -> None:
    bank = {2: ("路该留多宽", "堆碎玻璃犯法不", "篱笆歪到我这边"), 3: ("调解收钱吗",), 4: ("邻居的狗咬篱笆",)}
    assert ask(bank).related == ("邻居的狗咬篱笆", "篱笆歪到我这边", "路该留多宽")
    assert ask({}).related == ()


def test_of_equally_near_ones_an_articles_first_comes_before_any_articles_second(ask: Ask) -> None:
    bank = {2: ("路该留多宽", "堆碎玻璃犯法不"), 3: ("调解收钱吗",), 4: ("能叫他拆掉吗",)}
    assert ask(bank).related == ("路该留多宽", "能叫他拆掉吗", "调解收钱吗")  # in the order in which they are cited
    assert {ask(bank).related for _ in range(3)} == {ask(bank).related}


@pytest.mark.parametrize(
    "near", [QUESTION, "邻居的篱笆挡了我的路，咋办？", "邻居家的篱笆挡了我的路怎么办啊", "长" * 41, "篱笆 挡路"]
)
def test_what_was_just_asked_whole_stories_and_bare_search_words_are_left_out(ask: Ask, near: str) -> None:
    assert ask({2: (near, "路该留多宽")}).related == ("路该留多宽",)
    assert ask({2: (near, "路该留多宽")}, "鄰居的籬笆擋了我的路怎麼辦").related == ("路该留多宽",)


def test_no_two_of_them_ask_the_same_and_there_are_never_more_than_a_few(ask: Ask) -> None:
    bank = {2: ("篱笆占了我一尺地", "篱笆占了我两尺地", "路该留多宽", "堆碎玻璃犯法不", "他能养牛吗")}
    assert ask(bank).related == ("篱笆占了我一尺地", "路该留多宽", "堆碎玻璃犯法不")
    assert len(ask(bank).related) == SHOWN


def test_they_belong_to_the_wording_of_the_day_asked(small: Holdings) -> None:
    def asked_about(ref: ArticleRef, force: Force) -> tuple[str, ...]:
        return {BEGAN: ("一尺够吗",), CHANGED: ("二尺够吗",)}.get(force.start.latest, ())

    line = wire(replace(small, asked_about=asked_about), made_up.Memory(), clock=lambda: made_up.NOW)
    assert line.reply(Turn(QUESTION)).related == ("二尺够吗",)
    assert line.reply(Turn(QUESTION, day=date(2015, 5, 1))).related == ("一尺够吗",)


def test_somebody_in_danger_is_asked_nothing(ask: Ask, small: Holdings) -> None:
    bank = {2: ("路该留多宽",)}
    assert ask(bank, "我不想活了").related == ()
    reply = ask(bank)
    relate = RelatedQuestions(replace(small, asked_about=lambda ref, force: bank.get(ref.article, ())))
    assert relate(reply.question, reply.answer, reply.handoff) == bank[2]
    assert relate(reply.question, reply.answer, replace(reply.handoff, urgency=Urgency.NOW)) == ()


def test_over_the_real_bank_most_answers_have_some(real: Holdings) -> None:
    line = wire(real, made_up.Memory(), clock=lambda: made_up.NOW)
    asked = [
        "公司拖欠三个月工资怎么办",
        "老公家暴我想离婚",
        "房东不退押金",
        "被车撞了对方全责不赔钱",
        "商家卖假货能要求赔几倍",
    ]
    for question in asked:
        reply = line.reply(Turn(question))
        assert len(reply.related) == SHOWN, question
        assert question not in reply.related
