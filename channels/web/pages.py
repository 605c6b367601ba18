"""Pages: templates filled with values. Everything that varies is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from channels.web.assets import assets_root
from channels.web.card import Card
from channels.web.openers import Field, fields_of
from channels.web.provinces import provinces
from channels.web.type_size import keep_type_size, type_size
from knowledge import Holdings

_TEMPLATES = Environment(
    loader=PackageLoader("channels.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_EMPTY: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("question", "conversation", "day", "region", "mistake"), "")
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The templates with what every page shows: what does not work here, how far the law reaches, what people ask."""

    faults: tuple[str, ...]
    reach: str
    fields: tuple[Field, ...]

    @classmethod
    def of(cls, holdings: Holdings) -> "Pages":
        """Pages that show what is held."""
        return cls(
            holdings.faults,
            holdings.reach,
            fields_of(holdings.guides.values()),
        )

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A whole page. One that answers a form is never kept by the browser."""
        html = _TEMPLATES.get_template(template).render(
            **values,
            house=self,
            assets=assets_root(),
            big=type_size(request),
            path=request.url.path,
            query=_query(request),
        )
        response = HTMLResponse(html, status)
        response.headers["Cache-Control"] = "no-store" if request.method == "POST" else "no-cache"
        response.headers["Vary"] = "Cookie"
        keep_type_size(request, response)
        return response

    def chat(
        self, request: Request, card: Card | None = None, form: Mapping[str, str] = _EMPTY, status: int = 200
    ) -> HTMLResponse:
        """The chat page, with an answer, or with the form as it was filled in and what is wrong with it."""
        return self.page(request, "chat.html", status, card=card, form={**_EMPTY, **form}, provinces=provinces())

    def card(self, card: Card) -> str:
        """The answer card alone, for a page that shows it already."""
        return _TEMPLATES.get_template("parts/answer.html").render(card=card)


def _query(request: Request) -> str:
    """The address' query without the type size, to be kept in links that change the size; empty or ending in &."""
    kept = [part for part in request.url.query.split("&") if part and not part.startswith("big=")]
    return "&".join(kept) + "&" if kept else ""
