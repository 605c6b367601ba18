"""The large-type switch: standard, large or largest, kept in a cookie so that it works without scripts."""

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "type"
SIZES = ("0", "1", "2")
"""Standard (17 px), large (22 px), largest (30 px)."""

_YEAR = 365 * 24 * 3600


def type_size(request: Request) -> str:
    """The size that the address asks for (?big=1), else the one that the device keeps, else the standard."""
    for said in (request.query_params.get("big"), request.cookies.get(COOKIE)):
        if said in SIZES:
            return said
    return SIZES[0]


def keep_type_size(request: Request, response: Response) -> None:
    """Let the device keep a size that the address asks for."""
    if request.query_params.get("big") in SIZES:
        response.set_cookie(COOKIE, type_size(request), max_age=_YEAR, samesite="lax", path="/")
