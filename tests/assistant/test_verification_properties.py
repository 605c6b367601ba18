"""What holds for every sentence that a language model could write."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import wire
from assistant.composition.generated import Generated
from assistant.composition.generator import Prompt, sentences
from assistant.composition.quotation import compose
from assistant.model import Origin, Sentence, Turn
from assistant.verification.bridges import is_bridge
from knowledge import Holdings
from tests.assistant import made_up
from tests.assistant.honest import lines_of
from tests.assistant.made_up import ALL_REFS, BRIDGES, FENCES, OLD_WELLS, WELLS
from tests.assistant.test_verification import Desk

DESK: list[Desk] = []
FRAMES = (
    *lines_of("honest_frames.txt"),
    "{law}不是“{quote}”",
    "{law}（{quote}）：“{quote}”",
    "“{quote}”{quote}{law}",
    "{quote}",
)
LAWS = (FENCES, WELLS, OLD_WELLS, BRIDGES)


@pytest.fixture(scope="module", autouse=True)
def _desk(small: Holdings) -> None:
    DESK[:] = [Desk(small)]


def _law_text() -> str:
    library = DESK[0].evidence.passages
    return "\n".join(passage.text for passage in library)


@st.composite
def _written(draw: st.DrawFn) -> str:
    """A frame with any citation and any piece of the law's text, perhaps edited."""
    text = _law_text()
    start = draw(st.integers(0, len(text) - 1))
    words = text[start : start + draw(st.integers(1, 60))]
    if draw(st.booleans()):
        place = draw(st.integers(0, len(words)))
        words = (
            words[:place]
            + draw(st.text("不得应当三十日，。：“”\n ", max_size=2))
            + words[place + draw(st.integers(0, 2)) :]
        )
    citation = f"《{draw(st.sampled_from(LAWS))}》第{draw(st.integers(1, 6))}条"
    citation += draw(st.sampled_from(("", "第一款", "第二款", "第二款第一项", "第三款第二项")))
    return draw(st.sampled_from(FRAMES)).format(law=citation, quote=words)


@given(st.lists(_written(), min_size=1, max_size=3).map("；".join))
@settings(max_examples=400, deadline=None)
def test_no_sentence_passes_whose_quotation_is_not_part_of_the_article_cited(text: str) -> None:
    desk = DESK[0]
    verdict = desk.said(text)
    if not verdict.passed:
        return
    for cited in verdict.citations:
        found = desk.verify.resolve(cited.ref, desk.question.day)
        assert found.citable
        assert cited.quote
        assert cited.quote in found.text
        assert cited.ref.whole_article in ALL_REFS
    rest = text
    for cited in verdict.citations:
        assert cited.quote in rest
        rest = rest.replace(cited.quote, "", 1)
    if verdict.citations:
        assert not re.search("不得|应当|三十|二尺|拆除", rest)


@given(st.text("您好不用赔对是的法律规定这明确可以应当以上参考，。：", max_size=16))
@settings(max_examples=400, deadline=None)
def test_no_bridge_holds_a_duty_a_denial_or_a_yes(text: str) -> None:
    if is_bridge(text):
        assert not re.search("不|赔|应当|明确", text)
        assert text.strip("，。：") not in ("是", "是的", "对", "对的", "可以", "好", "法律规定")


@pytest.mark.parametrize("repeated", ["您的问题", "看", "请", "相关", "的", "具体情况", "，", "1."])
def test_a_bridge_is_decided_quickly_however_long_the_text(repeated: str) -> None:
    assert not is_bridge(repeated * 600 + "不用赔")


@given(st.text('甲乙。！？“”「」《》（）"\n ，1', max_size=60), st.data())
@settings(max_examples=300, deadline=None)
def test_pieces_of_any_size_give_the_same_sentences_and_lose_nothing(text: str, data: st.DataObject) -> None:
    whole = list(sentences([text]))
    pieces, rest = list[str](), text
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        pieces.append(rest[:size])
        rest = rest[size:]
    assert list(sentences(pieces)) == whole
    assert re.sub(r"\s", "", "".join(whole)) == re.sub(r"\s", "", text)


class Writes:
    """The Generator port, writing the pieces."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = pieces

    def write(self, prompt: Prompt) -> Iterator[str]:
        yield from self.pieces


TRUE = (
    f"《{WELLS}》第二条规定：“井水可以共用。”",
    f"《{FENCES}》第四条第一款规定：“拆除的费用由扎篱笆的人承担。”",
    f"《{FENCES}》第二条第二款第一项：“（一）邻居有车；”",
)


@given(st.permutations([*TRUE, "您不用赔。", "您好。", "对方应当赔三万元。"]), st.integers(1, 30))
@settings(max_examples=30, deadline=None)
def test_sentences_are_streamed_in_the_order_in_which_they_were_told(told: list[str], size: int) -> None:
    text = "\n".join(told)
    pieces = [text[place : place + size] for place in range(0, len(text), size)]
    line = wire(DESK[0].holdings, made_up.Memory(), Generated(Writes(pieces), compose), clock=lambda: made_up.NOW)
    *shown, _ = line.stream(Turn("邻居的篱笆挡路怎么办"))
    generated = [s.text for s in shown if isinstance(s, Sentence) and s.origin is Origin.GENERATED]
    assert generated == [text for text in told if text in TRUE or text == "您好。"]
