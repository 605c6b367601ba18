"""The pages: the chat, its stream, and the article viewer."""

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from pydantic import TypeAdapter, ValidationError
from sse_starlette import EventSourceResponse

from assistant import Assistant, BadTurn, Reply
from channels.web.asking import Ask
from channels.web.card import card_of
from channels.web.days import Day
from channels.web.input_rules import broken_rule
from channels.web.law_page import law_page
from channels.web.pages import Pages
from channels.web.reading import read
from channels.web.streaming import answer_events
from knowledge import Holdings


async def form_fields(request: Request) -> dict[str, str]:
    """The first value of every field of a form. HTTPException (400) where the body is no form of a few fields."""
    try:
        body = (await request.body()).decode("utf-8")
        return {key: values[0] for key, values in parse_qs(body, max_num_fields=20).items()}
    except ValueError as error:
        raise HTTPException(400) from error


def page_routes(assistant: Assistant, holdings: Holdings, pages: Pages, today: Callable[[], date]) -> APIRouter:
    """The routes that people see."""
    library = holdings.library
    router = APIRouter(include_in_schema=False)

    @router.api_route("/", methods=["GET", "HEAD"])
    def chat(request: Request) -> HTMLResponse:
        return pages.chat(request)

    @router.post("/")
    def answer(request: Request, fields: dict[str, str] = Depends(form_fields)) -> HTMLResponse:  # noqa: B008
        filled = {key: fields.get(key, "").strip() for key in ("question", "conversation", "day", "region")}
        try:
            ask = Ask.model_validate(
                {key: value or None for key, value in filled.items() if value or key == "question"}
            )
            reply = assistant.reply(ask.turn("web"))
        except (ValidationError, BadTurn) as error:
            return pages.chat(request, form={**filled, "mistake": _mistake(error)}, status=422)
        return pages.chat(request, card_of(reply, library, today()), {"conversation": reply.conversation})

    @router.post("/ask")
    def answer_live(body: Ask) -> EventSourceResponse:
        def whole(reply: Reply) -> tuple[str, str]:
            return "card", pages.card(card_of(reply, library, today()))

        return answer_events(assistant, body.turn("web"), whole)

    @router.api_route("/law/{ref}", methods=["GET", "HEAD"])
    def law(request: Request, ref: str, on: str = "") -> HTMLResponse:
        reading = read(library, ref, _day(on) or today())
        asked = holdings.asked_about(reading.ref.whole_article, reading.force) if reading.finding.article else ()
        return pages.page(request, "law.html", law=law_page(reading, today(), asked))

    return router


def _mistake(error: ValidationError | BadTurn) -> str:
    """What is wrong with the form, in plain Chinese."""
    if isinstance(error, BadTurn):
        return error.rule
    place, rule = broken_rule(dict(error.errors()[0]))
    if place == "question":
        return "请先写下您的问题。" if rule.startswith("必须") else f"问题{rule}。"
    return f"{_NAMES.get(place, place)}{rule}。"


_NAMES = {"day": "事情发生的日子", "region": "地区", "conversation": "对话编号"}


def _day(text: str) -> date | None:
    """The day of the page's address; an emptied date field asks for today."""
    if not text:
        return None
    try:
        return _DAY.validate_python(text)
    except ValidationError as error:
        raise RequestValidationError([{**error.errors()[0], "loc": ("query", "on")}]) from error


_DAY: TypeAdapter[date] = TypeAdapter(Day)
