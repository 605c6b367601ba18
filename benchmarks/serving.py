"""A serving Lawline in a process of its own, and a client that keeps its connection."""

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
_ADDRESS = re.compile(r"http://([^:/]+):(\d+)/")  # Lawline: http://127.0.0.1:12348/
_SECONDS = 120.0  # that a start or an answer may take


class ServerFailed(Exception):
    """The server did not start, or does not answer; the message has its last words."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer over HTTP: status, the reply's JSON (empty where the status is not 200), milliseconds."""

    status: int
    reply: dict[str, Any]
    milliseconds: float


class Client:
    """One connection that is kept alive."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)

    def ask(self, question: str, conversation: str | None = None) -> Answered:
        """Put a question; OSError or HTTPException where the server goes away."""
        asked = {"question": question} | ({"conversation": conversation} if conversation else {})
        body, start = json.dumps(asked), time.perf_counter()
        self._connection.request("POST", "/api/v1/ask", body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answer = response.read()
        took = (time.perf_counter() - start) * 1000
        return Answered(response.status, json.loads(answer) if response.status == 200 else {}, took)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class Server:
    """A server that was started: where it listens, its process, and the file of what it says."""

    host: str
    port: int
    process: subprocess.Popen[str]
    log: Path

    @property
    def pid(self) -> int:
        """The id of the serving process; there is one worker."""
        return self.process.pid

    def client(self) -> Client:
        """A connection that is not yet open."""
        return Client(self.host, self.port)

    def first_answer(self, question: str) -> Answered:
        """Ask until the server listens; ServerFailed where it ends or takes too long."""
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            client = self.client()
            try:
                return client.ask(question)
            except ConnectionError:
                time.sleep(0.005)
            finally:
                client.close()
        raise ServerFailed(_failure(self.process, self.log))


@contextmanager
def serving(store: Path, log: Path, data: Path | None = None) -> Iterator[Server]:
    """`lawline serve` with one worker on a free port, its store in the SQLite file, stopped at the end.

    `data` is the data folder, else that of the environment. What the server writes to standard error goes to `log`.
    """
    env = os.environ | {"LAWLINE_STORE": f"sqlite:///{store.resolve()}"}
    if data:
        env["LAWLINE_DATA"] = str(data.resolve())
    command = [sys.executable, "-m", "channels.cli", "serve", "--port", "0"]
    with (
        log.open("a", encoding="utf-8") as words,
        subprocess.Popen(command, cwd=HOUSE, env=env, stdout=subprocess.PIPE, stderr=words, text=True) as process,
    ):
        try:
            yield Server(*_address(process, log), process, log)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str], log: Path) -> tuple[str, int]:
    """Where it says that it listens."""
    assert process.stdout is not None
    for line in process.stdout:
        if found := _ADDRESS.search(line):
            return found[1], int(found[2])
    process.wait()
    raise ServerFailed(_failure(process, log))


def _failure(process: subprocess.Popen[str], log: Path) -> str:
    code = process.poll()
    what = f"does not answer within {_SECONDS:.0f} s" if code is None else f"ended with exit code {code}"
    return f"the server {what}; it said: {log.read_text('utf-8')[-500:].strip()}"


def distinct(questions: Sequence[str], count: int) -> list[str]:
    """The first `count` questions that are not the same; ValueError where there are fewer."""
    found = list(dict.fromkeys(questions))[:count]
    if len(found) < count:
        raise ValueError(f"{len(found)} distinct questions (rule: {count} are needed)")
    return found
