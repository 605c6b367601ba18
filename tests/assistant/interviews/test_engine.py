"""The engine: facts in any order and in free words, corrections, commands, questions in between."""

from datetime import date

import pytest

from assistant.interviews.commands import Command, commands
from assistant.interviews.engine import begin, overhear, take_in
from assistant.interviews.model import Interview
from assistant.interviews.path import facts_told, next_step, still_fits, understood
from assistant.interviews.shelf import interviews
from assistant.steps import Heard, Move, Running
from assistant.understanding.entities import read

TODAY = date(2026, 11, 24)


@pytest.fixture
def wages() -> Interview:
    return interviews()["unpaid-wages"]


def talk(interview: Interview, *said: str) -> tuple[Running, Heard]:
    running, heard = begin(interview, TODAY), Heard(Move.BEGUN)
    for text in said:
        running, heard = take_in(interview, running, text, TODAY, read)
    return running, heard


def words(interview: Interview, running: Running) -> dict[str, str]:
    return {one.id: one.said for one in understood(interview, running, TODAY)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("在厂里上班，一个月6500，2023年3月1日入职",), {"wage": "6500元", "started_on": "2023年3月1日"}),
        (("公司", "欠了我一万九千五"), {"owed": "19500元"}),
        (("公司", "3000", "不是3000，是5000"), {"owed": "5000元"}),
        (("公司", "3000", "刚才说错了，是4000"), {"owed": "4000元"}),
        (("公司", "3000", "打错了，是4000"), {"owed": "4000元"}),
        (("公司", "3000", "5000，不对，是6000"), {"owed": "3000元", "wage": "6000元"}),
        (("公司", "2020年1月1日入职", "刚才说错了，是2020年3月1日入职"), {"started_on": "2020年3月1日"}),
        (("公司", "3000", "欠的数额改成3500"), {"owed": "3500元"}),
        (("公司", "跳过", "跳过", "没写过欠条"), {"iou": "否"}),
        (
            (
                "公司",
                "3000块，能拿回来吗",
            ),
            {"owed": "3000元"},
        ),
    ],
)
def test_what_is_told_is_understood(wages: Interview, said: tuple[str, ...], told: dict[str, str]) -> None:
    running, _ = talk(wages, *said)
    assert told.items() <= words(wages, running).items()


@pytest.mark.parametrize(
    ("said", "move", "asks"),
    [
        (("公司",), Move.TOLD, "owed"),
        (("公司", "为什么要问这个"), Move.WHY, "owed"),
        (("不知道",), Move.NEEDED, "relation"),
        (("公司", "不知道"), Move.SKIPPED, "wage"),
        (("公司", "上一步"), Move.BACK, "relation"),
        (("公司", "3000", "重新开始"), Move.BEGUN, "relation"),
        (("公司", "去哪里投诉老板？"), Move.ASIDE, "owed"),
        (("公司", "五颜六色"), Move.UNREAD, "owed"),
        (("公司", "3000", "改：欠的数额"), Move.BACK, "owed"),
        (("公司", "不是公司，是工地"), Move.CHANGED, "owed"),
        (("公司", "0", "0", "没有", "2027年3月1日"), Move.REFUSED, "started_on"),
    ],
)
def test_a_turn_is_heard_as_what_it_is(wages: Interview, said: tuple[str, ...], move: Move, asks: str) -> None:
    running, heard = talk(wages, *said)
    step = next_step(wages, running, TODAY)
    assert (heard.move, step.id if step else None) == (move, asks)


def test_a_correction_that_takes_another_way_leaves_pointless_facts_out(wages: Interview) -> None:
    running, _ = talk(wages, "公司", "跳过", "跳过", "跳过", "2023年3月1日")
    assert "started_on" in facts_told(wages, running, TODAY)
    running, _ = take_in(wages, running, "不是公司，是给私人帮忙做零活", TODAY, read)
    assert "started_on" not in facts_told(wages, running, TODAY)


def test_words_said_before_are_heard_by_their_cues_only(wages: Interview) -> None:
    running = overhear(wages, begin(wages, TODAY), "老板欠我13000工资，都三个月了，怎么办", TODAY, read)
    assert words(wages, running)["owed"] == "13000元"
    assert running.asked == "wage"


def test_an_interview_that_was_kept_forgets_what_its_file_no_longer_knows(wages: Interview) -> None:
    kept = Running(
        "unpaid-wages", {"relation": "moon", "gone": "x", "iou": True}, frozenset({"lost"}), "gone", ("gone",)
    )
    fits = still_fits(wages, kept)
    assert (dict(fits.facts), fits.skipped, fits.trail) == ({"iou": True}, frozenset(), ())


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("这个为什么要问？", Command.WHY),
        ("为啥问这个啊", Command.WHY),
        ("不太清楚", Command.SKIP),
        ("记不清了", Command.SKIP),
        ("还在职，跳过", Command.SKIP),
        ("回到上一题", Command.BACK),
        ("说错了", Command.BACK),
        ("从头再来", Command.RESTART),
        ("先不问了", Command.STOP),
        ("继续吧", Command.RESUME),
        ("就这些了", Command.ENOUGH),
        ("不知道老板叫什么", None),
        ("公司停工了", None),
        ("没有", None),
    ],
)
def test_commands_are_known_from_answers(text: str, command: Command | None) -> None:
    assert commands().command(text) is command
