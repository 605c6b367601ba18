"""docs/calculators.md says what the calculators do."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.calculators.model import Working
from assistant.calculators.registry import calculators
from assistant.calculators.rulebook import _KEYS
from channels.cli.main import main
from tests.assistant.calculators.lives import LIVES
from tests.assistant.calculators.telling import run

PAGE = (Path(__file__).parents[3] / "docs" / "calculators.md").read_text("utf-8")
ROWS = {cells[0].strip("` "): cells for row in PAGE.splitlines() if len(cells := row.strip("| ").split(" | ")) == 4}
EXAMPLES = re.findall(r"^```\n\$ (lawline calculate .+)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("calculator", list(calculators()))
def test_every_calculator_has_its_row_with_its_facts(calculator: str) -> None:
    found = calculators()[calculator]
    _, name, facts, _ = ROWS[calculator]
    assert name == found.name
    assert facts.split(", ") == [f"`{fact.id}`" if fact.required else f"[`{fact.id}`]" for fact in found.facts]


def test_no_row_is_of_a_calculator_that_is_not_there() -> None:
    assert set(ROWS) - {"id", "---"} == set(calculators())


@pytest.mark.parametrize("calculator", list(calculators()))
def test_the_results_of_a_calculator_stand_in_its_row(calculator: str) -> None:
    given: set[str] = set()
    for one, facts in LIVES:
        if one == calculator and isinstance(found := run(one, **facts), Working):
            given |= {line.id for line in found.results}
    assert given
    assert sorted(given - set(re.findall(r"`([a-z_]+)`", ROWS[calculator][3]))) == []


def test_the_keys_of_a_rule_stand_in_the_page() -> None:
    assert {key for key in _KEYS if f"| `{key}` |" not in PAGE} == set()
    block = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert block
    assert tomllib.loads(block[1])["rule"]


@pytest.mark.parametrize(("typed", "shown"), EXAMPLES)
def test_an_example_prints_what_the_page_shows(typed: str, shown: str) -> None:
    done = CliRunner().invoke(main, shlex.split(typed)[1:])
    assert done.exit_code == 0
    assert done.stdout.startswith(shown)


def test_the_page_has_an_example() -> None:
    assert EXAMPLES
