"""Problem details (RFC 9457): the one table from errors to HTTP."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from assistant import AssistantError, BadTurn, GeneratorUnavailable, StoreUnavailable
from channels.web.errors import NotHeld
from channels.web.input_rules import broken_rule
from knowledge import CorpusError, IndexMissing, KnowledgeError, ReferenceSyntaxError

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong, in the form of RFC 9457. `place` and `rule` say which input broke which rule."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:lawline:problem:bad-input",
                    "title": "输入不符合要求",
                    "status": 422,
                    "detail": "question：不能为空",
                    "place": "question",
                    "rule": "不能为空",
                }
            ]
        }
    )

    type: str = Field(description="URN of the kind of problem; stable.")
    title: str = Field(description="The kind of problem, in plain Chinese.")
    status: int = Field(description="HTTP status code.")
    detail: str = Field(description="What happened here, in plain Chinese.")
    place: str | None = Field(None, description="The input that broke a rule: a field's name, body, path or query.")
    rule: str | None = Field(None, description="The rule that it broke.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem. `detail` is said where the error itself has nothing that may be shown."""

    status: int
    slug: str
    title: str
    detail: str = ""


BAD_INPUT = Kind(422, "bad-input", "输入不符合要求")
BAD_JSON = Kind(400, "bad-json", "内容不是有效的JSON", "请求的内容读不出来，请检查JSON格式。")
BAD_REFERENCE = Kind(404, "bad-reference", "看不懂这个条文写法")
NOT_HELD = Kind(404, "not-held", "没有找到这部法律或者这一条")
TOO_LARGE = Kind(413, "too-large", "内容太大", "一次最多提交64KB的内容，请把问题写短一些。")
UNEXPECTED = Kind(500, "unexpected", "系统出错了", "系统出了意外的错误，已经记录。请稍后再试，或拨打12348。")

TABLE: tuple[tuple[type[Exception], Kind], ...] = (
    (BadTurn, BAD_INPUT),
    (ReferenceSyntaxError, BAD_REFERENCE),
    (NotHeld, NOT_HELD),
    (IndexMissing, Kind(503, "no-index", "检索还没有准备好", "法律检索还没有建好，请稍后再试，或拨打12348。")),
    (CorpusError, Kind(503, "no-corpus", "法律资料暂时不能用", "法律资料暂时读不出来，请稍后再试，或拨打12348。")),
    (StoreUnavailable, Kind(503, "no-store", "暂时不能保存对话", "系统暂时不能保存对话，请稍后再试，或拨打12348。")),
    (GeneratorUnavailable, Kind(503, "no-generator", "语言模型没有回应", "请稍后再试，或拨打12348。")),
    (AssistantError, UNEXPECTED),
    (KnowledgeError, UNEXPECTED),
)
"""From errors to HTTP: the first row whose class fits holds. Whatever is in no row is UNEXPECTED."""

PLAIN: Mapping[int, Kind] = {
    400: Kind(400, "bad-request", "请求有误", "这个请求读不懂。"),
    404: Kind(404, "no-page", "没有这个页面", "没有这个地址，请检查网址。"),
    405: Kind(405, "no-method", "不支持这种请求方式", "这个地址不支持这种请求方式。"),
    413: TOO_LARGE,
}
"""Errors of HTTP itself, by status."""


def problem_of(error: Exception) -> Problem:
    """The problem that tells of the error, by the tables above."""
    if isinstance(error, RequestValidationError):
        return _of_input(error)
    if isinstance(error, HTTPException):
        return stated(
            PLAIN.get(error.status_code) or Kind(error.status_code, "http", str(error.detail), str(error.detail))
        )
    kind = next((kind for shape, kind in TABLE if isinstance(error, shape)), UNEXPECTED)
    if isinstance(error, BadTurn):
        return stated(kind, error.rule, place=error.place, rule=error.rule)
    if isinstance(error, ReferenceSyntaxError):
        return stated(kind, "请写法律名称和条文，比如「民法典第一千零七十九条」。", place="ref", rule=str(error))
    return stated(kind, str(error) if isinstance(error, NotHeld) else "")


def stated(kind: Kind, detail: str = "", place: str | None = None, rule: str | None = None) -> Problem:
    """A problem of the kind."""
    return Problem(
        type=f"urn:lawline:problem:{kind.slug}",
        title=kind.title,
        status=kind.status,
        detail=detail or kind.detail or kind.title,
        place=place,
        rule=rule,
    )


def _of_input(error: RequestValidationError) -> Problem:
    """The first rule that the input broke."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return stated(BAD_JSON, place="body", rule="JSON (RFC 8259), UTF-8")
    place, rule = broken_rule(first)
    return stated(BAD_INPUT, f"{place}：{rule}", place=place, rule=rule)


def problem_json(problem: Problem) -> str:
    """The problem as JSON text; parts that say nothing are left out."""
    return json.dumps(problem.model_dump(exclude_none=True), ensure_ascii=False)


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as a response. A lone surrogate from the input goes out as the JSON escape that it came in as."""
    body = problem_json(problem).encode("utf-8", "backslashreplace")
    return Response(body, problem.status, headers, media_type=MEDIA_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, object]]:
    """What the OpenAPI document says of these statuses."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {status: {"description": _TELLS[status], "content": content} for status in statuses}


_TELLS = {
    400: "The body is not JSON.",
    404: "The law or article is not there; `detail` says so in plain Chinese.",
    413: "The body is larger than 64 KiB.",
    422: "An input breaks a rule; `place` and `rule` name both.",
    503: "Something that the answer needs is not ready.",
}
