import pytest

from assistant.documents.told import LONGEST, cleaned
from assistant.errors import BadFact


def test_a_text_of_nothing_but_space_tells_nothing() -> None:
    assert cleaned({"a": " \n　", "b": True, "c": "一\r\n二"}) == {"b": True, "c": "一\n二"}


@pytest.mark.parametrize("text", ["一\x00二", "一\x0b二", "一\ud800二", "一\uffff"])
def test_a_character_that_no_file_holds_is_an_error(text: str) -> None:
    with pytest.raises(BadFact, match="不能打印"):
        cleaned({"story": text})


def test_a_text_has_an_end() -> None:
    with pytest.raises(BadFact, match="最多"):
        cleaned({"story": "一" * (LONGEST + 1)})
