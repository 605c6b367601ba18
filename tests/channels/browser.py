"""A real Chromium in front of a real server, watching what is asked for and what goes wrong."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, Request

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def chromium() -> str | None:
    """The browser to test with, if there is one."""
    return os.environ.get("LAWLINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The app on a free port of loopback; its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", ws="none", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@dataclass
class Visit:
    """A page that a visitor has opened. `outside` are requests to elsewhere, `faults` complaints of the console."""

    page: Page
    home: str
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        """Go to a page of the server."""
        self.page.goto(self.home + path)
        return self.page

    def ask(self, question: str) -> None:
        """Type a question, send it, and wait for its card."""
        self.page.fill("#question", question)
        self.page.click(".send")
        self.page.wait_for_selector(".exchange[data-answer]:last-child")

    @property
    def received(self) -> int:
        """Bytes on the wire for the page and all that it has asked for, headers included."""
        entries = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        total: int = self.page.evaluate(f"{entries}.reduce((sum, entry) => sum + entry.transferSize, 0)")
        return total

    @property
    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return wide


@contextmanager
def visit(browser: Browser, home: str, size: str = "0", **options: object) -> Iterator[Visit]:
    """A new visitor, phone-sized unless options say otherwise. `size` is the type size kept on the device."""
    settings = {"viewport": {"width": 360, "height": 740}, "locale": "zh-CN"} | options
    context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
    if size != "0":
        context.add_cookies([{"name": "type", "value": size, "url": home}])
    seen = Visit(context.new_page(), home)
    _watch(seen)
    yield seen
    context.close()


def _watch(seen: Visit) -> None:
    def asked(request: Request) -> None:
        if not request.url.startswith((seen.home, "data:")):
            seen.outside.append(request.url)

    seen.page.on("request", asked)
    seen.page.on("console", lambda said: seen.faults.append(said.text) if said.type in {"error", "warning"} else None)
    seen.page.on("pageerror", lambda error: seen.faults.append(str(error)))
