"""`lawline calculate`: sums and deadlines with their working."""

import sys

import click

from assistant.calculators.model import Calculator, Wanting
from assistant.calculators.printed import (
    calculator_json,
    facts_text,
    wanting_json,
    wanting_text,
    working_json,
    working_text,
)
from assistant.calculators.reckoning import reckon
from assistant.calculators.registry import calculators
from assistant.calculators.written import read_facts
from channels.cli.exits import Exit, plain_errors
from channels.cli.facts import split_facts
from channels.cli.options import as_json, echo_json


@click.command()
@click.argument("name", required=False)
@click.argument("facts", nargs=-1)
@as_json
def calculate(name: str | None, facts: tuple[str, ...], as_json: bool) -> None:
    """Reckon a sum or a deadline, line by line: lawline calculate severance start=2021-03-01 end=2024-08-31 wage=8000.

    Without a NAME all calculators are listed; without FACTS those that the calculator takes. A fact is written
    id=value: days 2021-03-01, sums 8000.50, spans 3年6个月, shares 0.3 or 30%, yes and no as true and false.
    Exit code 2 where a fact breaks its rule, 3 where facts are wanting.
    """
    with plain_errors():
        if name is None:
            _show_all(as_json)
        elif (calculator := calculators().get(name)) is None:
            raise click.BadParameter(f"{name!r} is no calculator (rule: one of {', '.join(calculators())})")
        elif not facts:
            _show_facts(calculator, as_json)
        else:
            _reckon(calculator, split_facts(facts), as_json)


def _show_all(as_json: bool) -> None:
    if as_json:
        echo_json([calculator_json(calculator) for calculator in calculators().values()])
        return
    for calculator in calculators().values():
        click.echo(f"{calculator.id}：{calculator.name}。{calculator.about}")


def _show_facts(calculator: Calculator, as_json: bool) -> None:
    if as_json:
        echo_json(calculator_json(calculator))
    else:
        click.echo(facts_text(calculator))


def _reckon(calculator: Calculator, texts: dict[str, str], as_json: bool) -> None:
    found = reckon(calculator, read_facts(calculator, texts))
    if isinstance(found, Wanting):
        if as_json:
            echo_json(wanting_json(calculator, found))
        else:
            click.echo(wanting_text(found))
        sys.exit(Exit.NOT_FOUND)
    if as_json:
        echo_json(working_json(calculator, found))
    else:
        click.echo(working_text(calculator, found))
