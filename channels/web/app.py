"""The web app: routes, pages and middleware put together. Nothing here knows law."""

from collections.abc import Mapping
from datetime import date

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline
from starlette.middleware.gzip import GZipMiddleware

from assistant import Assistant
from channels.web.access_log import AccessLog
from channels.web.ask_api import ask_routes
from channels.web.assets import Assets, assets_root
from channels.web.body_limit import BodyLimit
from channels.web.failures import LastResort, Tell, handle_failures, teller
from channels.web.headers import SecurityHeaders
from channels.web.health import health_routes, installed_version
from channels.web.laws_api import law_routes
from channels.web.page_routes import page_routes
from channels.web.pages import Pages
from knowledge import Holdings

_ABOUT = """Answers to legal questions from the law in force in China, with citations that were verified.

Errors come as `application/problem+json` (RFC 9457). Dates are civil dates in Asia/Shanghai; force is half-open
[from, to). Every answer is generated text and carries its label (GB 45438-2025)."""


def create_app(assistant: Assistant, holdings: Holdings, *, pins: Mapping[str, str] | None = None) -> FastAPI:
    """The app that answers over HTTP and shows the pages. `pins` are the commits of the installed corpora by id."""

    def today() -> date:
        return assistant.now().date()

    app: FastAPI = FastAPIOffline(
        title="Lawline",
        version=installed_version(),
        description=_ABOUT,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    pages = Pages.of(holdings)
    for router in (
        ask_routes(assistant),
        law_routes(holdings.library, today),
        health_routes(assistant, holdings, pins or {}, today),
        page_routes(assistant, holdings, pages, today),
    ):
        app.include_router(router)
    app.mount(assets_root(), Assets(), name="static")
    tell = teller(pages)
    handle_failures(app, tell)
    _add_layers(app, tell)
    return app


def _add_layers(app: FastAPI, tell: Tell) -> None:
    """Innermost first: the log sees every answer, a refused body too, and every answer has its headers."""
    app.add_middleware(LastResort, tell=tell)
    app.add_middleware(BodyLimit)
    app.add_middleware(GZipMiddleware)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog)
