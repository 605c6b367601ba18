"""`lawline chat`: a conversation in the terminal, with guided interviews."""

import sys
from collections.abc import Iterator

import click

from assistant import Assistant, Reply, Turn
from channels.cli.exits import plain_errors
from channels.turns import checked_turn


@click.command()
@click.option("--start", metavar="ID", help="Begin with this interview; `calculator:ID` asks for a calculator's facts.")
@click.option("--list", "listed", is_flag=True, help="List the interviews and leave.")
@click.option("--conversation", metavar="ID", help="Go on with an earlier conversation.")
@click.option("--region", metavar="CODE", help="Six-digit region code (GB/T 2260), for example 310000.")
def chat(start: str | None, listed: bool, conversation: str | None, region: str | None) -> None:
    """Talk line by line; an empty line or Ctrl+D ends it. Interviews ask, and show what they understood."""
    from assistant.bootstrap import build
    from assistant.interviews.shelf import interviews

    with plain_errors():
        if listed:
            click.echo("\n".join(f"{one.id}\t{one.title}" for one in interviews().values()))
            return
        assistant = build().assistant
        first = Turn("", conversation, region=region, channel="cli", start=start) if start else None
        _talk(assistant, first, conversation, region)


def _talk(assistant: Assistant, first: Turn | None, conversation: str | None, region: str | None) -> None:
    reply: Reply | None = None
    for turn in _turns(first):
        said = checked_turn(
            Turn(turn.question, reply.conversation if reply else conversation, None, region, "cli", turn.start)
        )
        reply = assistant.reply(said)
        click.echo("\n".join([reply.text, *_understood(reply), ""]))
    if reply:
        click.echo(f"对话编号：{reply.conversation}", err=True)


def _turns(first: Turn | None) -> Iterator[Turn]:
    """What the person types, line by line, after the turn that starts it."""
    if first:
        yield first
    for line in sys.stdin:
        if not line.strip():
            return
        yield Turn(line.strip())


def _understood(reply: Reply) -> list[str]:
    """Lines of what an interview has understood, and how to change them."""
    if not reply.step or not reply.step.understood:
        return []
    told = [f"- {one.label}：{one.said}" for one in reply.step.understood]
    return ["", f"已经记下（{reply.step.done}/{reply.step.total}，要改就说「改：」和名称）：", *told]
