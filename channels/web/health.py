"""/healthz, /readyz and /version."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from assistant import Assistant, AssistantError, Turn
from channels.web.days import Day
from knowledge import Holdings, KnowledgeError, Query


class Health(BaseModel):
    """The process lives."""

    status: str = Field(examples=["ok"])


class Readiness(BaseModel):
    """Whether questions can be answered; `reasons` says why not."""

    ready: bool
    reasons: list[str]


class CorpusVersion(BaseModel):
    """An installed corpus: its pin (commit) and the day of that commit."""

    pin: str | None
    day: Day


class VersionBody(BaseModel):
    """What runs here."""

    version: str
    corpora: dict[str, CorpusVersion]
    index: str = Field(description="Fingerprint of library and index; empty for the starter knowledge.")
    statutes: bool = Field(description="Whether statutes are installed.")


def health_routes(
    assistant: Assistant, holdings: Holdings, pins: Mapping[str, str], today: Callable[[], date]
) -> APIRouter:
    """The routes that operators ask."""
    router = APIRouter(tags=["operation"])

    @router.get("/healthz", summary="Does the process live?")
    def healthz() -> Health:
        """Answers as soon as the process takes requests."""
        return Health(status="ok")

    @router.get("/readyz", responses={503: {"model": Readiness, "description": "Not ready."}}, summary="Can it answer?")
    def readyz(response: Response) -> Readiness:
        """Asks the store and the index; 503 with the reasons where one of them fails."""
        reasons = list(_reasons(assistant, holdings, today()))
        response.status_code = 503 if reasons else 200
        return Readiness(ready=not reasons, reasons=reasons)

    @router.get("/version", summary="What runs here?")
    def what_runs() -> VersionBody:
        """Version, corpora with their pins, index."""
        return VersionBody(
            version=installed_version(),
            corpora={key: CorpusVersion(pin=pins.get(key), day=day) for key, day in holdings.corpora.items()},
            index=holdings.edition,
            statutes=holdings.statutes,
        )

    return router


def installed_version() -> str:
    """The version of the installed package; "source" where the tree runs without having been installed."""
    try:
        return version("lawline")
    except PackageNotFoundError:
        return "source"


def _reasons(assistant: Assistant, holdings: Holdings, today: date) -> Iterator[str]:
    """Why no answer can be given: what the store and the index say when they are asked something."""
    try:
        assistant.conversations.load("readyz", Turn("readyz"))
    except AssistantError as error:
        yield f"store: {type(error.__cause__ or error).__name__}"  # its words may hold SQL
    try:
        holdings.search(Query(words="法律", day=today, limit=1))
    except KnowledgeError as error:
        yield f"index: {error}"
    if "index" in holdings.faults:
        yield "index: the articles cannot be searched; run `lawline index build`"
    if holdings.broken:
        yield "index: the build cannot be opened, the starter knowledge answers; run `lawline index build`"
