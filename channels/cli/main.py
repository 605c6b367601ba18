"""`lawline`: ask, serve, and keep the corpora, the index and the law at hand."""

from importlib.metadata import version

import click

from channels.cli.ask import ask
from channels.cli.calculate import calculate
from channels.cli.chat import chat
from channels.cli.corpus import corpus
from channels.cli.document import document
from channels.cli.index import index
from channels.cli.law import law
from channels.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("lawline"), prog_name="lawline")
def main() -> None:
    """Lawline answers legal questions from the law in force, with citations that resolve."""


for command in (ask, chat, calculate, document, serve, corpus, index, law):
    main.add_command(command)
