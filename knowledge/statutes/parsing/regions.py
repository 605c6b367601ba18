"""Region of a local regulation: GB/T 2260 code from its folder's province and the place that its title starts with."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.errors import DataError


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Province -> {place: code}; the province's own code stands under its own name."""
    table: Mapping[str, Mapping[str, str]] = tomllib.loads(
        files(__package__).joinpath("regions.toml").read_text("utf-8")
    )
    return table


def code(province: str, title: str) -> str:
    """Code of the place whose regulation the title names, the province's where it names none of its places."""
    places = _table().get(province)
    if places is None:
        raise DataError(f"regions.toml: no table [{province}] (rule: every province with local regulations has one)")
    place = next((place for place in sorted(places, key=len, reverse=True) if title.startswith(place)), province)
    return places[place]
