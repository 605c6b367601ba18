"""References in English: Article 1079 of the Civil Code, Civil Code art. 1079(3)(2), Criminal Law art. 133-1."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_STATE = re.compile(
    r"\bof (?:the )?(?:people's republic of china|prc|china)(?=$|[ ,.]*$|,? art)|\b(?:prc|chinese|china's)\b",
    re.IGNORECASE,
)
# 1079(3)(2) · 133-1 · 1079, paragraph 3, item 2 · 1079 para. 3
_PLACE = (
    r"(?P<article>\d{1,5})(?:-(?P<insert>\d{1,3}))?"
    r"(?: ?\((?P<p1>\d{1,3})\)(?: ?\((?P<i1>\d{1,3})\))?|"
    r",? para(?:graph|\.)? ?(?P<p2>\d{1,3})(?:,? (?:item|subparagraph) ?(?P<i2>\d{1,3}))?)?"
)
_FORMS = (
    re.compile(rf"(?:article|art\.?) ?{_PLACE},? of (?:the )?(?P<law>.+)", re.IGNORECASE),
    re.compile(rf"(?:the )?(?P<law>[a-z][a-z' -]+?),? (?:article|art\.?) ?{_PLACE}", re.IGNORECASE),
    re.compile(r"(?:the )?(?P<law>[a-z][a-z' -]+)", re.IGNORECASE),
)


@cache
def table() -> Mapping[str, tuple[str, ...]]:
    """Id of a law -> its English names (english.toml)."""
    rows = tomllib.loads(files(__package__).joinpath("english.toml").read_text("utf-8"))
    return {law: tuple(names) for law, names in rows.items()}


@cache
def _laws() -> Mapping[str, str]:
    """English name in lower case -> id of the law."""
    return {name.lower(): law for law, names in table().items() for name in names}


def parse(text: str) -> tuple[str, tuple[int, int, int, int]] | None:
    """(law id, (article, insert, paragraph, item)) of an English reference to a law of the table; else None."""
    plain = " ".join(_STATE.sub(" ", text.replace("’", "'")).split()).strip(" ,.")
    for form in _FORMS:
        found = form.fullmatch(plain)
        law = _laws().get(" ".join(found["law"].lower().split()).strip(" ,")) if found else None
        if found and law:
            groups = found.groupdict()
            numbers = (groups.get("article"), groups.get("insert"), _either(groups, "p"), _either(groups, "i"))
            article, insert, paragraph, item = (int(number or 0) for number in numbers)
            return law, (article, insert, paragraph, item)
    return None


def _either(groups: dict[str, str | None], letter: str) -> str | None:
    return groups.get(f"{letter}1") or groups.get(f"{letter}2")
