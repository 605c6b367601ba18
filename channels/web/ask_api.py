"""POST /api/v1/ask and /api/v1/ask/stream."""

from typing import Any

from fastapi import APIRouter, Response
from sse_starlette import EventSourceResponse

from assistant import Assistant, Reply, reply_json
from channels.web.answer_body import AnswerBody
from channels.web.asking import Ask
from channels.web.examples import STREAM
from channels.web.problems import documented
from channels.web.streaming import answer_events, as_json

REFUSALS = documented(400, 413, 422, 503)


def ask_routes(assistant: Assistant) -> APIRouter:
    """The routes that answer questions."""
    router = APIRouter(prefix="/api/v1", tags=["ask"])

    @router.post("/ask", response_model=AnswerBody, responses=REFUSALS, summary="Ask a question")
    def ask(body: Ask, response: Response) -> dict[str, Any]:
        """Answer a question from the law in force, with citations that were verified."""
        response.headers["Cache-Control"] = "no-store"
        return reply_json(assistant.reply(body.turn("api")))

    @router.post(
        "/ask/stream",
        response_class=EventSourceResponse,
        responses=REFUSALS | {200: {"description": "Events.", "content": {"text/event-stream": _STREAM}}},
        summary="Ask a question and get the answer sentence by sentence",
    )
    def ask_stream(body: Ask) -> EventSourceResponse:
        """Server-sent events: `sentence` for each verified sentence, `reply` with the whole, `error` with a problem."""
        return answer_events(assistant, body.turn("api"), _reply_event)

    return router


_EVENT = {
    "type": "object",
    "properties": {
        "event": {"enum": ["sentence", "reply", "error"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
    "required": ["event", "data"],
}
_STREAM: dict[str, Any] = {"schema": _EVENT, "examples": {"answer": {"value": STREAM}}}


def _reply_event(reply: Reply) -> tuple[str, str]:
    return "reply", as_json(reply_json(reply))
