"""Finds names of laws in running text, fast enough for every question."""

from collections.abc import Iterable

from knowledge.statutes.names import normalise

_STATE = "中华人民共和国"
_MARK = 2
"""Names are filed under their first characters; a name shorter than this is too short to be one."""

# 民法典型案例 does not name the 民法典, 劳动法律关系 not the 劳动法.
_NOT_AFTER = {"法": "律院官定庭人规学制则治庄盲医警", "典": "型礼范故", "规定": "性", "解释": "学", "编": "制写辑"}


class NameFinder:
    """A set of names, to be looked for at any place of a text; the longest name there wins."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        for name in {spelling for given in names for spelling in _spellings(given)}:
            if len(name) >= _MARK:
                self._by_start.setdefault(name[:_MARK], []).append(name)
        for found in self._by_start.values():
            found.sort(key=len, reverse=True)

    def at(self, text: str, start: int) -> int:
        """End of the longest name that begins at `start`, with or without 中华人民共和国; 0 where none does."""
        begin = start + len(_STATE) if text.startswith(_STATE, start) else start
        for name in self._by_start.get(text[begin : begin + _MARK], ()):
            if text.startswith(name, begin) and not _cut_short(name, text, begin + len(name)):
                return begin + len(name)
        return 0


def _spellings(name: str) -> tuple[str, str, str]:
    """A title that quotes a law is written with 《》 or 〈〉 inside, or without."""
    return name, name.replace("《", "〈").replace("》", "〉"), normalise(name)


def _cut_short(name: str, text: str, end: int) -> bool:
    """Whether the name is only the beginning of another word."""
    following = text[end : end + 1]
    return bool(following) and any(name.endswith(last) and following in chars for last, chars in _NOT_AFTER.items())
