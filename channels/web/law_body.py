"""A law, or a place in it, as the API documents it."""

from pydantic import BaseModel, ConfigDict, Field

from channels.web.days import Day
from knowledge import Rank, Status

_FROM = Field(alias="from", description="First day of force; null where the day is not known.")
_TO = Field(description="First day on which it no longer holds; null while it holds or where the day is not known.")
_INTERVAL = Field(description="The interval of force in plain Chinese, doubt included.")


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class LawCardBody(_Body):
    """A law without its text. `status` is that of the law as such on the day asked."""

    id: str
    title: str
    rank: Rank
    region: str = Field(description="GB/T 2260 code; 000000 is the nation.")
    from_: Day | None = _FROM
    to: Day | None = _TO
    status: Status
    interval: str = _INTERVAL
    ended_by: str = Field(description="What ended it, where it has ended.")


class ItemBody(_Body):
    """An item (项); `points` are its 目."""

    number: int
    insert: int = Field(description="M in 第N项之M, 0 where there is none.")
    text: str
    points: list[str]


class ParagraphBody(_Body):
    """A paragraph (款)."""

    number: int
    text: str
    items: list[ItemBody]


class VersionBody(_Body):
    """One text of the article and the time in which it held."""

    from_: Day | None = _FROM
    to: Day | None = _TO
    status: Status = Field(description="Whether it held on the day asked.")
    interval: str = _INTERVAL
    passed: Day | None = Field(description="Day on which it was passed.")
    text: str


class WordingBody(_Body):
    """One dated text of the law."""

    title: str
    from_: Day | None = _FROM
    to: Day | None = _TO
    status: Status = Field(description="Whether it held on the day asked.")
    interval: str = _INTERVAL
    passed: Day | None
    published: Day | None


class ArticleLineBody(_Body):
    """A line of the table of articles."""

    ref: str
    caption: str
    headings: list[str]


class LawBody(_Body):
    """A place in a law on a day. For a law as a whole, `text` and `paragraphs` are empty and `articles` is not."""

    ref: str
    on: Day = Field(description="The day asked.")
    law: LawCardBody
    status: Status = Field(description="Whether the article (or the law) holds on that day.")
    from_: Day | None = _FROM
    to: Day | None = _TO
    interval: str = _INTERVAL
    headings: list[str]
    caption: str
    text: str = Field(description="The text of exactly the part asked for; empty where that day's text is not held.")
    paragraphs: list[ParagraphBody] = Field(description="The whole article.")
    versions: list[VersionBody]
    wordings: list[WordingBody]
    articles: list[ArticleLineBody]
    previous: str | None
    next: str | None
    note: str = Field(description="One plain Chinese sentence, empty where there is nothing to say.")
