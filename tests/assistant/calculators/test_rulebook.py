from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.calculators.rulebook import FOLDER, Bracket, Rule, read, rulebook
from assistant.errors import BadRules
from assistant.facts.model import Span

GOOD = """
[[rule]]
id = "limit"
value = 110000
from = 2008-02-01
until = 2020-09-19
source = "it was so"

[[rule]]
id = "limit"
value = 180000
from = 2020-09-19
source = "it is so"

[[rule]]
id = "rate"
value = 3.1
from = 2024-10-21
known_until = 2025-05-19
source = "published monthly"

[[rule]]
id = "grades"
value = [27, 25.5]
from = 2011-01-01
cites = ["工伤保险条例第三十五条"]

[[rule]]
id = "term"
value = { months = 6 }
from = 2015-05-01
cites = ["行政诉讼法第四十六条"]

[[rule]]
id = "scale"
value = [{ upto = 10000, rate = 0.025 }, { rate = 0.01 }]
from = 2007-04-01
cites = ["诉讼费用交纳办法第十三条"]
"""
ONE = '[[rule]]\nid = "a"\nfrom = 2020-01-01\nsource = "s"\n'
BAD = [
    ("nonsense", "cannot be read"),
    ("a = 1", "cannot be read"),
    ('[[rule]]\nvalue = 1\nfrom = 2020-01-01\nsource = "s"', "id must be a str"),
    ('[[rule]]\nid = "a"\nvalue = 1\nsource = "s"', "from must be a date"),
    ('[[rule]]\nid = "a"\nvalue = 1\nfrom = 2020-01-01', "needs cites or a source"),
    (ONE + "value = 1\ncolour = 2", r"unknown keys \['colour'\]"),
    (ONE + "value = 1\nuntil = 2019-01-01", "until must be a day after from"),
    (ONE + "value = 1\nknown_until = 3", "known_until must be a day after from"),
    (ONE + "value = 1\ncites = [3]", "cites must be a list of references"),
    (ONE, "value must be a number"),
    (ONE + 'value = "1"', "value must be a number"),
    (ONE + "value = true", "value must be a number"),
    (ONE + "value = []", "value must be a number"),
    (ONE + "value = { weeks = 1 }", "value must be a number"),
    (ONE + "value = { days = -1 }", "value must be a number"),
    (ONE + "value = [{ upto = 1, rate = 1 }]", "bracket 1: every bracket but the last"),
    (ONE + "value = [{ rate = 1 }, { rate = 1 }]", "bracket 1: every bracket but the last"),
    (ONE + "value = [{ upto = 1 }, { rate = 1 }]", "bracket 1 has a rate"),
    (ONE + "value = [{ upto = 2, rate = 1 }, { upto = 1, rate = 1 }, { rate = 1 }]", "brackets must rise"),
    (ONE + "value = 1\n" + ONE + "value = 2", "begins before the one of 2020-01-01 has ended"),
]


def written(folder: Path, text: str) -> Path:
    file = folder / "made_up.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_rule_holds_from_its_day_until_the_next(tmp_path: Path) -> None:
    book = read(written(tmp_path, GOOD))
    days = [date(2008, 1, 31), date(2008, 2, 1), date(2020, 9, 18), date(2020, 9, 19), date(2099, 1, 1)]
    found = [book.on("limit", day) for day in days]
    assert [rule and rule.number for rule in found] == [None, 110000, 110000, 180000, 180000]
    assert book.now("limit").number == 180000


def test_beyond_what_is_known_there_is_no_rule(tmp_path: Path) -> None:
    book = read(written(tmp_path, GOOD))
    assert book.on("rate", date(2025, 5, 19)) is not None
    assert book.on("rate", date(2025, 5, 20)) is None


def test_values_are_numbers_lists_spans_and_scales(tmp_path: Path) -> None:
    book = read(written(tmp_path, GOOD))
    assert book.now("rate").number == Decimal("3.1")
    assert book.now("grades").nth(2) == Decimal("25.5")
    assert book.now("term").span == Span(months=6)
    assert book.now("scale").brackets == (
        Bracket(Decimal(10000), Decimal("0.025")),
        Bracket(None, Decimal("0.01")),
    )


def test_a_value_of_another_kind_names_the_rule(tmp_path: Path) -> None:
    book = read(written(tmp_path, GOOD))
    with pytest.raises(BadRules, match="grades: not one number"):
        _ = book.now("grades").number
    with pytest.raises(BadRules, match="rate: not a span"):
        _ = book.now("rate").span
    with pytest.raises(BadRules, match="rate: not a scale"):
        _ = book.now("rate").brackets
    for nth in (0, 3):
        with pytest.raises(BadRules, match=f"grades: no number {nth}"):
            book.now("grades").nth(nth)


def test_a_rule_that_is_not_there_is_named(tmp_path: Path) -> None:
    book = read(written(tmp_path, GOOD))
    with pytest.raises(BadRules, match=r"made_up\.toml: nothing: no such rule"):
        book.now("nothing")
    ended = read(written(tmp_path, ONE + "value = 1\nuntil = 2021-01-01"))
    with pytest.raises(BadRules, match="a: the last one ended on 2021-01-01"):
        ended.now("a")


@pytest.mark.parametrize(("text", "rule"), BAD)
def test_a_broken_file_names_itself_its_entry_and_the_rule(tmp_path: Path, text: str, rule: str) -> None:
    with pytest.raises(BadRules, match=rule) as caught:
        read(written(tmp_path, text))
    assert str(caught.value).startswith("made_up.toml: ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRules, match=r"none\.toml: cannot be read"):
        read(tmp_path / "none.toml")


@pytest.mark.parametrize("subject", sorted(file.stem for file in FOLDER.glob("*.toml")))
def test_the_rules_of_the_house_keep_the_schema(subject: str) -> None:
    every: list[Rule] = [rule for dated in rulebook(subject).rules.values() for rule in dated]
    assert every
