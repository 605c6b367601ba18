"""Civil dates as the web takes them in: 2021-03-01 and nothing else."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _strict(value: object) -> object:
    """Refuse what pydantic would take for a day as well: a number of seconds, a moment."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or not _FORM.fullmatch(value):
        raise PydanticCustomError("date_form", "a date is written 2021-03-01")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "there is no such day in the calendar") from error


Day = Annotated[date, BeforeValidator(_strict)]
"""A civil date in Asia/Shanghai, ISO 8601, day precision."""
