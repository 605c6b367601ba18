"""Every article that a calculator, its rules or its notes cite is in force and has the part that is cited."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.calculators.model import Working
from assistant.calculators.registry import calculators
from assistant.calculators.rulebook import FOLDER, rulebook
from knowledge import Holdings, parse_ref
from tests.assistant.calculators.lives import LIVES
from tests.assistant.calculators.telling import run

TODAY = date(2026, 11, 24)
SUBJECTS = sorted(file.stem for file in FOLDER.glob("*.toml"))
CODE = Path(str(calculators.__wrapped__.__code__.co_filename)).parent
_WRITTEN = re.compile(r'"([^"\s：，。；（{]{2,40}第[一二三四五六七八九十百千]+条[^"\s，。；：（）、]{0,12})"')


def written_in_code() -> Iterator[str]:
    """References that stand as strings of their own in the code of the calculators."""
    for file in sorted(CODE.rglob("*.py")):
        yield from _WRITTEN.findall(file.read_text("utf-8"))


def unheld(held: Holdings, cites: set[str], day: date) -> list[str]:
    return [cite for cite in sorted(cites) if not held.library.resolve(parse_ref(cite), day).citable]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_articles_of_the_rules_that_hold_are_in_force_today(real: Holdings, subject: str) -> None:
    dated = [rules[-1] for rules in rulebook(subject).rules.values()]
    assert unheld(real, {cite for rule in dated if rule.until is None for cite in rule.cites}, TODAY) == []


def test_the_articles_written_in_the_code_are_in_force_today(real: Holdings) -> None:
    cites = set(written_in_code())
    assert len(cites) >= 20
    assert unheld(real, cites, TODAY) == []


@pytest.mark.parametrize(("calculator", "facts"), LIVES, ids=[life[0] for life in LIVES])
def test_every_article_of_a_working_is_in_force_today(real: Holdings, calculator: str, facts: dict[str, str]) -> None:
    found = run(calculator, **facts)
    assert isinstance(found, Working)
    assert unheld(real, {cite for line in found.lines for cite in line.cites}, TODAY) == []


@pytest.mark.parametrize(("calculator", "facts"), LIVES, ids=[life[0] for life in LIVES])
def test_every_article_that_a_note_names_is_in_force_today(
    real: Holdings, calculator: str, facts: dict[str, str]
) -> None:
    found = run(calculator, **facts)
    assert isinstance(found, Working)
    named = {str(mention.ref) for note in found.notes for mention in real.find_refs(note) if mention.ref.article}
    assert unheld(real, named, TODAY) == []


@pytest.mark.parametrize(("calculator", "facts"), LIVES, ids=[life[0] for life in LIVES])
def test_every_result_says_what_it_rests_on(calculator: str, facts: dict[str, str]) -> None:
    found = run(calculator, **facts)
    assert isinstance(found, Working)
    assert [line.label for line in found.results if not line.cites and not line.source] == []
    assert found.results
    assert set(found.results) <= set(found.lines)
