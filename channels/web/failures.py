"""Errors that reach the edge: a problem for programs, a page with the way to a person for people."""

import logging
from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant import AssistantError
from channels.web.errors import WebError
from channels.web.pages import Pages
from channels.web.problems import problem_of, problem_response
from knowledge import KnowledgeError

log = logging.getLogger("lawline.web")


Tell = Callable[[Request, Exception], Response]


def teller(pages: Pages) -> Tell:
    """What turns an error into a response."""

    def tell(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        if problem.status >= 500:
            log.error("%s failed", getattr(request.scope.get("route"), "path", "-"), exc_info=error)
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if not _reads_pages(request):
            return problem_response(problem, headers)
        page = pages.page(request, "error.html", problem.status, problem=problem)
        page.headers.update(headers)
        return page

    return tell


def handle_failures(app: FastAPI, tell: Tell) -> None:
    """Let the app tell of every error of ours, of HTTP and of input checks."""
    for kind in (AssistantError, KnowledgeError, WebError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, tell)


class LastResort:
    """ASGI middleware that tells of whatever nobody foresaw as a 500, inside the layer that adds the headers."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an error after the response began can only break the connection."""
        began = False

        async def watch(message: Message) -> None:
            nonlocal began
            began = began or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as error:
            if scope["type"] != "http" or began:
                raise
            await self._tell(Request(scope, receive), error)(scope, receive, send)


def _reads_pages(request: Request) -> bool:
    """Whether a person's browser asked."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
