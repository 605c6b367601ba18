"""Bodies above 64 KiB are refused before anything reads them."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channels.web.problems import TOO_LARGE, problem_response, stated

LARGEST = 64 * 1024
"""Bytes of a body: the longest question takes 8 KiB of UTF-8, 24 KiB when a form encodes it."""


class BodyLimit:
    """ASGI middleware that reads a body up to the limit, and hands it on whole."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await self._read(receive)
        if body is None:
            await problem_response(stated(TOO_LARGE))(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The whole body; None where it is too large. A client that went away leaves what came so far."""
        body = b""
        while True:
            message = await receive()
            body += bytes(message.get("body", b""))
            if len(body) > self._largest:
                return None
            if not message.get("more_body", False):
                return body


def _replay(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body once, then what the server has to say."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
