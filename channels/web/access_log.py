"""The access log: method, route, status and time. Never the question, nor the address as typed."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("lawline.access")


class AccessLog:
    """ASGI middleware that writes one line a request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and write its line when it has ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, began = 500, time.perf_counter()

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            log.info("%s %s %d %.1f ms", scope["method"], _route(scope), status, (time.perf_counter() - began) * 1e3)


def _route(scope: Scope) -> str:
    """The route's template, /law/{ref}; a dash where no route fits."""
    return str(getattr(scope.get("route"), "path", "-"))
