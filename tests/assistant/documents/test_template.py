import pytest

from assistant.documents.template import Optional, Slot, Words, parse


def test_a_template_is_words_places_and_optional_stretches() -> None:
    assert parse("借款{owed}[，年利率{rate}]。{paid:boxes}").parts == (
        Words("借款"),
        Slot("owed"),
        Optional((Words("，年利率"), Slot("rate"))),
        Words("。"),
        Slot("paid", boxes=True),
    )


def test_the_facts_of_a_template_are_those_of_every_place() -> None:
    assert parse("{a}[{b}，{c}]").facts == {"a", "b", "c"}


@pytest.mark.parametrize("text", ["{owed", "owed}", "{Owed}", "[，{rate}", "{owed:ticks}", "[总是在]", "{}"])
def test_a_bracket_that_stands_alone_is_an_error_that_names_the_text(text: str) -> None:
    with pytest.raises(ValueError, match="stands"):
        parse(text)
