"""`lawline ask`: one question, one answer."""

import sys
from datetime import date

import click

from assistant import Reply, Turn, reply_json
from channels.cli.exits import Exit, plain_errors
from channels.cli.options import Day, as_json, echo_json


@click.command()
@click.argument("question")
@click.option("--day", type=Day(), help="The day of the event (YYYY-MM-DD): the law of that day answers.")
@click.option("--region", metavar="CODE", help="Six-digit region code (GB/T 2260), for example 310000.")
@click.option("--conversation", metavar="ID", help="Go on with an earlier conversation.")
@as_json
def ask(question: str, day: date | None, region: str | None, conversation: str | None, as_json: bool) -> None:
    """Answer QUESTION from the law in force. Exit code 3 where no answer was found."""
    from assistant.bootstrap import build
    from channels.turns import checked_turn

    with plain_errors():
        turn = checked_turn(Turn(question, conversation, day, region, channel="cli"))
        reply = build().assistant.reply(turn)
    if as_json:
        echo_json(reply_json(reply))
    else:
        click.echo("\n".join([reply.text, *_related(reply)]))
    found = any(citation.quote for citation in reply.answer.citations) or reply.question.signals
    sys.exit(Exit.FOUND if found or reply.answer.citations else Exit.NOT_FOUND)


def _related(reply: Reply) -> list[str]:
    """Lines that end the answer: what other people ask about the same articles."""
    return ["", "大家这样问：", *(f"- {question}" for question in reply.related)] if reply.related else []
