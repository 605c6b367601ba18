"""Sketches of texts, against exact Jaccard coefficients."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.statutes.likeness import SIZE, likeness, print_sketch, read_sketch, sketch

WAGES = "工资应当以货币形式按月支付给劳动者本人，不得克扣或者无故拖欠劳动者的工资。"
REVISED = "工资应当以货币形式按月足额支付给劳动者本人，不得克扣或者无故拖欠劳动者工资。"
DIVORCE = "夫妻双方自愿离婚的，应当签订书面离婚协议，并亲自到婚姻登记机关申请离婚登记。"


def shingles(text: str) -> set[str]:
    plain = "".join(character for character in text if character.isalnum())
    return {plain[at : at + 4] for at in range(len(plain) - 3)}


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (WAGES, WAGES, 1.0, 1.0),
        (WAGES, WAGES.replace("，", ""), 1.0, 1.0),
        (WAGES, REVISED, 0.5, 0.9),
        (WAGES, DIVORCE, 0.0, 0.05),
    ],
)
def test_likeness_is_high_for_the_same_article_and_low_for_another(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(sketch(one), sketch(other)) <= most


def test_short_texts_are_compared_exactly() -> None:
    one, other = "不得克扣劳动者工资", "不得拖欠劳动者工资"
    exact = len(shingles(one) & shingles(other)) / len(shingles(one) | shingles(other))
    assert likeness(sketch(one), sketch(other)) == pytest.approx(exact)


@given(st.text(min_size=1, max_size=200))
def test_a_sketch_is_read_back_as_printed(text: str) -> None:
    marks = sketch(text)
    assert 1 <= len(marks) <= SIZE
    assert read_sketch(print_sketch(marks)) == marks


@pytest.mark.parametrize("printed", ["", "AAA", "not base 64 *"])
def test_what_is_no_sketch_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"sketch|base64|Invalid|padding"):
        read_sketch(printed)
