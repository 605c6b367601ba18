"""The region that a question names, as a six-digit GB/T 2260 code (province or prefecture)."""

from assistant.understanding.entities.gazetteer import county_names, full_names
from assistant.understanding.entities.places import read_places
from assistant.understanding.entities.text import same_places
from knowledge import NATION


def region_of(text: str) -> str:
    """The most local region named in the text (the last named one of equals), or the nation.

    A county counts as the prefecture, or the municipality, in which it lies: no rule is held for less.
    """
    found = NATION
    for place in read_places(same_places(text)):
        code = prefecture_of(str(place.value))
        if found == NATION or found.endswith("0000") or not code.endswith("0000"):
            found = code
    return found


def prefecture_of(code: str) -> str:
    """The prefecture of a county, or its province where no prefecture stands between (浦东新区 -> 310000)."""
    prefecture = f"{code[:4]}00"
    return prefecture if prefecture in full_names() else f"{code[:2]}0000"


def region_name(code: str) -> str:
    """The region's name, 全国 for the nation, the code itself where it is not in the table."""
    if code == NATION:
        return "全国"
    return full_names().get(code) or county_names().get(code, code)
