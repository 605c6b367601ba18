"""The first stage: what is asked, where, for which day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from assistant.errors import BadTurn
from assistant.model import Conversation, Exchange, Question, Turn
from assistant.understanding.understand import LONGEST, Understanding, readable
from knowledge import NATION, Holdings
from knowledge.bootstrap import classifier
from tests.assistant import made_up
from tests.assistant.made_up import FENCES, ref

Ask = Callable[..., Question]


@pytest.fixture
def ask(small: Holdings) -> Ask:
    understand = Understanding(small.find_refs, lambda: made_up.TODAY, classifier())

    def asked(text: str, before: Exchange | None = None, day: date | None = None, **turn: object) -> Question:
        said = Turn(text, **turn)  # type: ignore[arg-type]
        return understand(Conversation("c", (before,) if before else (), day=day, turn=said))

    return asked


BEFORE = Exchange("a", datetime(2026, 1, 1), "篱笆挡路怎么办", "housing.neighbours", (ref(FENCES, 2),), "…")


def test_a_plain_question_is_of_today_and_the_nation(ask: Ask) -> None:
    question = ask("房东不退押金怎么办")
    assert (question.day, question.region, question.matter) == (made_up.TODAY, NATION, "housing.tenancy")
    assert (question.asked_refs, question.signals, question.problems, question.follow_up) == ((), (), (), False)


def test_articles_that_are_named_are_asked_for_once(ask: Ask) -> None:
    assert ask("《篱笆法》第二条和篱笆法第2条说什么").asked_refs == (ref(FENCES, 2),)


def test_an_article_without_a_law_belongs_to_the_law_last_spoken_of(ask: Ask) -> None:
    assert ask("第三条呢", BEFORE).asked_refs == (ref(FENCES, 3),)
    assert ask("第三条呢").asked_refs == ()


def test_a_short_follow_up_carries_the_question_before_it_along(ask: Ask) -> None:
    question = ask("那要是他不肯呢", BEFORE)
    assert question.follow_up
    assert question.words == "篱笆挡路怎么办 那要是他不肯呢"
    assert question.matter == "housing.neighbours"
    assert not ask("房东不退押金怎么办", BEFORE).follow_up


def test_a_question_in_traditional_characters_is_understood_as_its_simplified_twin(ask: Ask) -> None:
    typed = ask("2019年房東在重慶把我打傷，還說我欠錢，《籬笆法》第二條怎麼說")
    twin = ask("2019年房东在重庆把我打伤，还说我欠钱，《篱笆法》第二条怎么说")
    assert typed.text.startswith("2019年房東在重慶")  # kept and shown as it was typed
    assert (typed.plain, replace(typed, text=twin.text)) == (twin.text, twin)
    assert (twin.region, twin.day, twin.asked_refs) == ("500000", date(2019, 12, 31), (ref(FENCES, 2),))


def test_a_follow_up_in_traditional_characters_carries_the_question_before_it_in_simplified_ones(ask: Ask) -> None:
    before = Exchange("a", datetime(2026, 1, 1), "籬笆擋路怎麼辦", "housing.neighbours", (), "…")
    question = ask("那要是他不願意呢", before)
    assert (question.follow_up, question.words) == (True, "篱笆挡路怎么办 那要是他不愿意呢")


def test_a_follow_up_keeps_the_day_of_the_conversation_and_a_new_question_does_not(ask: Ask) -> None:
    then = date(2019, 5, 1)
    assert ask("那要是他不肯呢", BEFORE, day=then).day == then
    assert ask("房东不退押金怎么办", BEFORE, day=then).day == made_up.TODAY


def test_what_the_channel_says_goes_before_what_the_text_says(ask: Ask) -> None:
    question = ask("2019年被打伤", day=None, region="310000")
    assert (question.day, question.region) == (date(2019, 12, 31), "310000")
    assert ask("2019年在重庆被打伤", region="310000").region == "500000"


def test_a_day_to_come_is_answered_by_todays_law_and_said_to_be_so(small: Holdings) -> None:
    understand = Understanding(small.find_refs, lambda: made_up.TODAY, classifier())
    question = understand(Conversation("c", turn=Turn("篱笆多高", day=date(2030, 1, 1))))
    assert question.day == made_up.TODAY
    assert "2030年1月1日" in question.problems[0]


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b\u200b", "\x00\x07"])
def test_an_empty_question_is_refused_by_name_and_rule(text: str) -> None:
    with pytest.raises(BadTurn, match="question"):
        readable(text)


def test_a_question_that_is_too_long_is_refused_with_both_sizes() -> None:
    with pytest.raises(BadTurn, match=rf"{LONGEST + 1}.*{LONGEST}"):
        readable("问" * (LONGEST + 1))


@pytest.mark.parametrize("text", ["🙂🙂🙂", "？？？", "\ud83d问"])
def test_odd_signs_are_read_without_failing(text: str, ask: Ask) -> None:
    assert ask(text).text


def test_invisible_characters_are_taken_out() -> None:
    assert readable("工\u200b资\u202e 没\tfa") == "工 资 没 fa"


ODD = [
    "2021年二十十月被辞退",
    "十十年前",
    "第〇条",
    "《》第一条",
    "“”" * 50,
    "第" * 500,
    "篱笆法第一百千条",
    "一" * 500 + "年前",
]


@pytest.mark.parametrize("text", ODD)
def test_nonsense_in_numbers_and_marks_never_fails(text: str, ask: Ask) -> None:
    assert ask(text).text


def test_a_correction_asks_the_question_before_it_again_with_the_right_word(ask: Ask) -> None:
    before = replace(BEFORE, question="月薪3000被辞退赔多少", matter="labour.dismissal")
    question = ask("不是3000，是5000", before)
    assert (question.follow_up, question.words, question.matter) == (True, "月薪5000被辞退赔多少", "labour.dismissal")


def test_a_follow_up_about_something_of_its_own_has_its_own_matter(ask: Ask) -> None:
    before = replace(BEFORE, question="离婚怎么起诉", matter="family.divorce")
    assert ask("那抚养费一个月给多少呢", before).matter == "family.support"
    assert ask("多久？", before).matter == "family.divorce"


def test_who_changes_the_topic_is_not_asked_about_the_old_one(ask: Ask) -> None:
    question = ask("换个问题，房东不退押金", BEFORE)
    assert (question.follow_up, question.words, question.matter) == (False, "房东不退押金", "housing.tenancy")


def test_of_several_questions_the_first_is_asked_and_the_others_named(ask: Ask) -> None:
    question = ask("房东不退押金怎么办？另外公司拖欠工资去哪投诉？")
    assert question.parts == ("房东不退押金怎么办？", "公司拖欠工资去哪投诉？")
    assert (question.words, question.matter) == ("房东不退押金怎么办？", "housing.tenancy")
    assert "公司拖欠工资去哪投诉" in question.problems[0]


def test_that_article_and_the_one_before_it_are_found_from_the_one_cited(ask: Ask) -> None:
    assert ask("该条第二款怎么说", BEFORE).asked_refs == (replace(ref(FENCES, 2), paragraph=2),)
    assert ask("前一条呢", BEFORE).asked_refs == (ref(FENCES, 1),)
    assert ask("下一条呢", BEFORE).asked_refs == (ref(FENCES, 3),)
