"""GET /api/v1/laws/{ref}."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from channels.web.days import Day
from channels.web.law_body import LawBody
from channels.web.law_json import law_json
from channels.web.problems import documented
from channels.web.reading import LONGEST, read
from knowledge import Library

Ref = Annotated[
    str,
    Path(
        min_length=1,
        max_length=LONGEST,
        description="A law's name, or an article in any usual writing.",
        examples=["民法典第一千零七十九条", "《民法典》第1079条第3款第（二）项", "劳动合同法"],
    ),
]
On = Annotated[
    Day | None, Query(description="The day whose law is asked; today where it is left out.", examples=["2021-03-01"])
]


def law_routes(library: Library, today: Callable[[], date]) -> APIRouter:
    """The routes that show the law itself."""
    router = APIRouter(prefix="/api/v1", tags=["laws"])

    @router.get("/laws/{ref}", response_model=LawBody, responses=documented(404, 422, 503), summary="Look up the law")
    def law(ref: Ref, on: On = None) -> dict[str, Any]:
        """A law or a place in it as it stood on a day, with every version; a repealed one is shown as ended."""
        return law_json(read(library, ref, on or today()), today())

    return router
