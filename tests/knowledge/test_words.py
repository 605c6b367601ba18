"""One contract for every adapter of the Words port."""

import time
from pathlib import Path

import pytest

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.rjieba_words import RjiebaWords
from knowledge.search.lexicon import legal_words
from knowledge.search.ports import Words

QUESTIONS = [
    "公司拖欠工资三个月，我可以解除劳动合同吗？",
    "离婚后孩子的抚养权归谁，抚养费怎么算",
    "邻居装修噪音扰民怎么办",
    "对方全责，交强险赔多少？",
    "非婚生子女有继承权吗",
]


@pytest.fixture(scope="module", params=["jieba", "rjieba"])
def words(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Words:
    if request.param == "jieba":
        return JiebaWords(tmp_path_factory.mktemp("cache"))
    pytest.importorskip("rjieba", reason="rjieba is not installed (extra: fast)")
    return RjiebaWords()


@pytest.mark.parametrize(
    "term", ["劳动合同法", "经济补偿金", "取保候审", "被执行人", "帮信罪", "彩礼", "人身安全保护令"]
)
def test_legal_terms_stay_whole(words: Words, term: str) -> None:
    assert term in words.cut(f"请问{term}是什么")


def test_words_inside_a_long_word_are_found_too(words: Words) -> None:
    assert {"劳动", "合同法", "劳动合同法"} <= set(words.cut("劳动合同法"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("，。！？…—", []),
        ("😀👍🏽", []),
        ("\x00\x07\u200b", []),
        ("ＡＢＣ１２３", ["abc123"]),
        ("GDPR", ["gdpr"]),
    ],
)
def test_signs_are_dropped_and_forms_made_equal(words: Words, text: str, expected: list[str]) -> None:
    assert words.cut(text) == expected


def test_every_legal_word_is_cut_whole(words: Words) -> None:
    broken = [word for word in legal_words() if word.lower() not in words.cut(word)]
    assert broken == []


def test_the_name_follows_the_dictionary(tmp_path: Path) -> None:
    assert JiebaWords(tmp_path).name != JiebaWords(tmp_path, ("彩礼",)).name


def test_a_question_is_cut_within_a_millisecond(words: Words) -> None:
    words.cut(QUESTIONS[0])
    times = []
    for question in QUESTIONS * 20:
        start = time.perf_counter()
        words.cut(question)
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.001


def test_both_adapters_cut_alike(tmp_path: Path) -> None:
    pytest.importorskip("rjieba", reason="rjieba is not installed (extra: fast)")
    jieba, rjieba = JiebaWords(tmp_path), RjiebaWords()
    assert [jieba.cut(text) for text in QUESTIONS] == [rjieba.cut(text) for text in QUESTIONS]


def test_loading_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    JiebaWords(tmp_path).cut("彩礼")
    assert capfd.readouterr() == ("", "")
