"""Exit codes of `lawline`, and how errors become them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import click

from assistant import AssistantError, BadTurn
from assistant.errors import BadFact
from knowledge import BadSetting, KnowledgeError, ReferenceSyntaxError


class Exit(IntEnum):
    """0 found, 2 usage, 3 not found, 4 data or corpus."""

    FOUND = 0
    USAGE = 2
    NOT_FOUND = 3
    DATA = 4


@contextmanager
def plain_errors() -> Iterator[None]:
    """Print our errors as one plain line on standard error and leave with their code."""
    try:
        yield
    except (BadFact, BadSetting, BadTurn, ReferenceSyntaxError) as error:
        _leave(str(error), Exit.USAGE)
    except (KnowledgeError, AssistantError) as error:
        _leave(str(error), Exit.DATA)
    except BrokenPipeError:  # whoever read our output went away; click ends quietly
        raise
    except OSError as error:  # the disk: full, read-only, gone
        _leave(str(error), Exit.DATA)


def _leave(message: str, code: Exit) -> None:
    click.echo(f"lawline: {message}", err=True)
    sys.exit(code)
