"""A dialogue as data: what is said turn by turn, and what must come back. See docs/interviews.md for the form."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.steps import Move
from knowledge.checked_yaml import checked_rows

FOLDER = Path(__file__).parent


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TurnRow(_Row):
    """One turn. What is left out is not checked.

    `later` days pass before it. `asks` is the fact asked next, `none` where none is; `understood` facts in words, by
    id; `says` and `never` fragments of the whole text; `cites` references; `offers` as kind:id; `desk` who takes over,
    `none` where nobody does.
    """

    say: str = ""
    start: str | None = None
    later: int = 0
    hears: Move | None = None
    asks: str | None = None
    understood: dict[str, str] = {}
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    desk: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _said_alone(cls, value: Any) -> Any:
        """A turn of which nothing is checked may be written as its words alone."""
        return {"say": value} if isinstance(value, str) else value


class Dialogue(_Row):
    """A dialogue, on a day (2026-11-24 where none is given)."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    about: str
    turns: Annotated[tuple[TurnRow, ...], Field(min_length=1)]


def dialogues() -> list[Dialogue]:
    """Every dialogue of the folder. DataError, which names file, line and rule, where one breaks the schema."""
    return [dialogue for path in sorted(FOLDER.glob("*.yaml")) for dialogue in checked_rows(path, Dialogue)]
