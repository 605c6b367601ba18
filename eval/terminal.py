"""What a person at a terminal sees: progress, and errors as one plain line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import click

from eval.errors import BadSet, EvalError
from knowledge import KnowledgeError

_STEPS = 200  # redraws of a progress bar


class MissingData(click.ClickException):
    """Statutes or index are missing or broken: exit code 4, as `lawline` has it."""

    exit_code = 4


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error; where that is no terminal, its label alone."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as drawn:

        def progress(done: int, total: int) -> None:
            drawn.length = total
            if done == total or done - drawn.pos >= total / _STEPS:
                drawn.update(done - drawn.pos)

        yield progress


@contextmanager
def plain_errors() -> Iterator[None]:
    """Our errors as one plain line: 2 for a set that breaks its form, 4 for data that are not there."""
    try:
        yield
    except BadSet as error:
        raise click.UsageError(str(error)) from error
    except (EvalError, KnowledgeError) as error:
        raise MissingData(str(error)) from error


def demand_measures() -> None:
    """The light core has no ir-measures."""
    if find_spec("ir_measures") is None:
        raise click.ClickException("ir-measures is not installed: pip install 'lawline[eval]'")
