"""A serving process killed with SIGKILL again and again, under load: no acknowledged turn may be lost.

    LAWLINE_DATA=… python -m benchmarks.kills [--rounds 50] [--questions …/queries.tsv] [--json OUT.json]

A turn is acknowledged when its whole reply has arrived and does not say that anything did not work. All rounds write
into one store; after the last, every acknowledged turn must stand there as it was told, and the store be whole.
"""

import argparse
import http.client
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from assistant.adapters.sql_conversations import open_engine
from assistant.adapters.tables import ExchangeRow
from benchmarks.figures import Figure, hand_in
from benchmarks.questions import SEED, texts
from benchmarks.serving import Server, serving

CLIENTS = 4
LONGEST = 1.5
"""Seconds that a server lives at most after its first answer."""

Told = dict[str, dict[str, Any]]
"""Replies by answer_id."""


def measure(questions: Sequence[str], rounds: int) -> list[Figure]:
    """Kill so many servers; what was acknowledged, and what of it is lost."""
    told: Told = {}
    degraded = 0
    dice = Random(SEED)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(rounds):
            with serving(folder / "store.sqlite3", folder / "server.log") as server:
                replies = until_killed(server, questions[number:], dice.uniform(0, LONGEST))
            told |= {reply["answer_id"]: reply for reply in replies if not reply["degraded"]}
            degraded += sum(reply["degraded"] for reply in replies)
        engine = open_engine(f"sqlite:///{folder / 'store.sqlite3'}")
        whole, held = is_whole(engine), stored(engine)
        engine.dispose()
    return [
        Figure("servers killed", rounds),
        Figure("turns acknowledged", len(told), least=rounds),
        Figure("acknowledged turns lost", sum(held.get(id_) != reply for id_, reply in told.items()), most=0),
        Figure("replies degraded", degraded, most=0),
        Figure("stores damaged", 0 if whole else 1, most=0),
        Figure("turns stored", len(held)),
    ]


def until_killed(server: Server, questions: Sequence[str], seconds: float) -> list[dict[str, Any]]:
    """The replies that came before the server was killed, so many seconds after its first answer."""
    first = server.first_answer(questions[0])
    over = threading.Event()
    with ThreadPoolExecutor(CLIENTS) as pool:
        shares = [pool.submit(keep_asking, server, questions[start::CLIENTS], over) for start in range(CLIENTS)]
        time.sleep(seconds)
        server.process.kill()
        over.set()
        return [first.reply, *(reply for share in shares for reply in share.result())]


def keep_asking(server: Server, questions: Sequence[str], over: threading.Event) -> list[dict[str, Any]]:
    """Replies to turns of one conversation after the other, until the server goes away.

    Errors before the kill are the server's fault and are raised.
    """
    client, replies, conversation = server.client(), [], None
    for number, question in enumerate(cycle(questions)):
        try:
            answer = client.ask(question, conversation)
        except (OSError, http.client.HTTPException, ValueError):
            if not over.wait(5):
                raise
            break
        if answer.status != 200:
            raise ValueError(f"{question!r} was answered with status {answer.status} (rule: 200)")
        replies.append(answer.reply)
        conversation = answer.reply["conversation"] if number % 3 else None
    client.close()
    return replies


def is_whole(engine: Engine) -> bool:
    """Whether SQLite finds the store whole."""
    with engine.connect() as connection:
        return connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def stored(engine: Engine) -> Told:
    """Every reply in the store."""
    with Session(engine) as session:
        return {row.answer_id: row.reply for row in session.scalars(select(ExchangeRow))}


def main() -> None:
    """Read the arguments, measure, hand in."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=50, help="servers to kill")
    parser.add_argument("--questions", type=Path, help="tab-separated: id, question; else the cards' ways of asking")
    parser.add_argument("--json", type=Path, help="file for the figures")
    asked = parser.parse_args()
    hand_in("killed servers", measure(texts(asked.questions), asked.rounds), asked.json)


if __name__ == "__main__":
    main()
