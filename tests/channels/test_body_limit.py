import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send

from channels.web.body_limit import BodyLimit


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = (await receive())["body"]
    after = await receive()
    await send({"type": "echo", "body": body, "after": after["type"]})


def run(pieces: list[bytes], largest: int) -> list[Message]:
    waiting: list[Message] = [
        {"type": "http.request", "body": piece, "more_body": number < len(pieces)}
        for number, piece in enumerate(pieces, 1)
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    anyio.run(BodyLimit(echo, largest), scope, receive, send)
    return sent


@pytest.mark.parametrize("pieces", [[b"12345678"], [b"1234", b"5678"], [b"", b"12345678", b""]])
def test_a_body_up_to_the_limit_is_handed_on_whole_and_a_disconnect_after_it(pieces: list[bytes]) -> None:
    assert run(pieces, 8) == [{"type": "echo", "body": b"12345678", "after": "http.disconnect"}]


@pytest.mark.parametrize("pieces", [[b"123456789"], [b"1234", b"56789"], [b"1"] * 9])
def test_a_body_above_it_is_refused_however_it_comes(pieces: list[bytes]) -> None:
    sent = run(pieces, 8)
    assert (sent[0]["type"], sent[0]["status"]) == ("http.response.start", 413)
