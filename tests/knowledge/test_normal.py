import pytest

from knowledge.search.normal import bigrams, is_searchable, normal_form, squeeze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("劳动合同", ["劳动", "动合", "合同"]),
        ("我，你们", ["我", "你们"]),
        ("ABC劳动123", ["劳动"]),
        ("", []),
        ("😀\x00", []),
    ],
)
def test_bigrams_are_neighbouring_han_characters(text: str, expected: list[str]) -> None:
    assert bigrams(text) == expected


def test_full_width_and_capitals_become_plain() -> None:
    assert normal_form("ＡｂＣ１２（一）") == "abc12(一)"


@pytest.mark.parametrize(("token", "expected"), [("法", True), ("a", True), ("9", True), ("，", False), ("😀", False)])
def test_a_token_needs_a_letter_digit_or_character(token: str, expected: bool) -> None:
    assert is_searchable(token) is expected


@pytest.mark.parametrize(
    ("text", "squeezed"), [("救命啊啊啊啊啊", "救命啊啊啊"), ("谢谢", "谢谢"), ("!!!!!", "!!!"), ("", "")]
)
def test_a_character_counts_three_times_in_a_row_at_most(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed
