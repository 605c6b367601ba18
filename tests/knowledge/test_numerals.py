"""Chinese numerals, both ways."""

import pytest

from knowledge.statutes import numerals


def test_every_number_below_a_hundred_thousand_round_trips() -> None:
    """What is written is read back."""
    for number in range(1, 100_000):
        assert numerals.parse(numerals.write(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千零七十九", 1079),
        ("一〇七九", 1079),
        ("1079", 1079),
        ("１０７９", 1079),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("一百零一", 101),
        ("一百〇一", 101),
        ("一百一十", 110),
        ("两百", 200),
        ("一万零三", 10_003),
        ("三十万", 300_000),
        ("零", 0),
    ],
)
def test_usual_writings_are_read(text: str, value: int) -> None:
    """Every usual writing of a number."""
    assert numerals.parse(text) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "零"), (10, "十"), (15, "十五"), (110, "一百一十"), (1001, "一千零一"), (10_010, "一万零一十")],
)
def test_numbers_are_written_as_statutes_print_them(value: int, text: str) -> None:
    """The printed form."""
    assert numerals.write(value) == text


@pytest.mark.parametrize("text", ["", "abc", "一a", "十百", "百千", "1千", "二三十"])
def test_what_is_no_numeral_is_refused_with_the_text_and_the_rule(text: str) -> None:
    """The message names both."""
    with pytest.raises(ValueError, match="rule"):
        numerals.parse(text)


@pytest.mark.parametrize("number", [-1, 100_000_000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    """Nothing is written for them."""
    with pytest.raises(ValueError, match=str(number)):
        numerals.write(number)
