"""`lawline index`: build and status."""

import sys
from dataclasses import asdict

import click

from channels.cli.exits import Exit, plain_errors
from channels.cli.options import as_json, echo_json
from channels.cli.progress import bar


@click.group()
def index() -> None:
    """The library and search index built from the installed corpora."""


@index.command()
@click.option(
    "--if-needed", is_flag=True, help="Do nothing where the index is built from the installed corpora already."
)
@as_json
def build(if_needed: bool, as_json: bool) -> None:
    """Read the corpora, date every wording, build the library and the search index. Exit code 4 without a corpus."""
    from knowledge.bootstrap import build_edition, edition_is_current, open_shelf

    with plain_errors():
        if if_needed and (not open_shelf().installed() or edition_is_current()):
            click.echo("index: nothing to do", err=True)
            return
        edition = build_edition(bar)
    if as_json:
        echo_json(asdict(edition))
    else:
        click.echo(
            f"edition {edition.id}: {edition.laws} laws, {edition.wordings} wordings, {edition.articles} articles"
        )


@index.command()
@as_json
def status(as_json: bool) -> None:
    """What the serving index was built from. Exit code 3 where none is built."""
    from knowledge.bootstrap import current_edition

    with plain_errors():
        edition = current_edition()
    if as_json:
        echo_json(asdict(edition) if edition else None)
    elif edition:
        click.echo(f"edition {edition.id} built {edition.built_at}: {edition.laws} laws, {edition.articles} articles")
        for key, commit in edition.corpora.items():
            click.echo(f"  {key} {commit[:12]} of {edition.days[key]}")
    else:
        click.echo("no index is built: Lawline runs on its starter knowledge")
    sys.exit(Exit.FOUND if edition else Exit.NOT_FOUND)
