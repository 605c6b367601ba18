"""The wiring of `channels`: the web application over the wired assistant."""

from fastapi import FastAPI

from assistant.bootstrap import build
from channels.web.app import create_app
from knowledge.bootstrap import current_edition


def web_app() -> FastAPI:
    """The web application that `lawline serve` runs, one a worker process."""
    wired = build()
    edition = current_edition() if wired.holdings.statutes else None
    return create_app(wired.assistant, wired.holdings, pins=edition.corpora if edition else {})
