"""Options that several commands of `lawline-eval` have."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from eval.view_files import ViewFiles

MEASURE_NAMES = ("R@5", "R@10", "R@20", "R@50", "R@100", "MRR@10", "nDCG@10")
"""As eval.metrics has them, which the light core cannot import."""

Command = Callable[..., Any]


class NewFile(click.Path):
    """A file to write, whose folder is there already: told before minutes of work, not after."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, writable=True, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a usage error where its folder is not there."""
        file = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not file.parent.is_dir():
            self.fail(f"{file}: the folder {str(file.parent)!r} does not exist", param, ctx)
        return file


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW = NewFile()

queries = click.option("--queries", type=FILE, required=True, help="Questions: id, question, between tabs.")
texts = click.option(
    "--queries", type=FILE, help="Questions: id, question, between tabs; all judged ones where left out."
)
qrels = click.option(
    "--qrels", type=FILE, required=True, help="Gold: question's id, passage's id, grade, between tabs; or TREC's qrels."
)
by = click.option(
    "--by",
    type=click.Choice(MEASURE_NAMES),
    default="nDCG@10",
    show_default=True,
    help="Measure that orders gains, losses.",
)
as_json = click.option("--json", "json_file", type=NEW, help="Write the measures as JSON.")
as_page = click.option("--html", "html_file", type=NEW, help="Write one page that holds everything.")


_VIEWS = (
    click.option("--against", type=FILE, help="Another run, TREC: paired tests, gains and losses against it."),
    by,
    click.option("--folds", type=FILE, help="Folds of the questions (eval/folds): each measure by fold."),
    click.option("--held-out", is_flag=True, help="Each question was answered by a model trained on the other folds."),
    click.option("--seen", type=FILE, multiple=True, help="Gold that training saw, as --qrels: seen and unseen apart."),
    click.option(
        "--threshold", type=float, default=0.5, show_default=True, help="Confidence from which on it answers."
    ),
    click.option(
        "--right-within",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Gold among so many first is right.",
    ),
)


def views(command: Command) -> Command:
    """Options for what a report shows besides the measures; the command gets them as `views`, a ViewFiles."""

    @wraps(command)
    def wrapped(**asked: Any) -> Any:
        held = {name: asked.pop(name) for name in ViewFiles.__dataclass_fields__}
        if held["held_out"] and not held["folds"]:
            raise click.UsageError("--held-out says how the folds were used: give --folds, too")
        return command(views=ViewFiles(**held), **asked)

    for option in reversed(_VIEWS):
        wrapped = option(wrapped)
    return wrapped
