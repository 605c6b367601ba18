"""The head of a text: when it was passed, amended, published (Revision values), as printed above the first article.

just-laws writes 「根据1998年12月29日第九届…《…》、1999年12月25日第九届…《…》修正」, china-law-db
「1999年12月25日 第九届…通过」, interpretations 「（2008年8月11日…通过，根据2020年12月23日…修正）」: one line may hold
several days.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from knowledge.statutes.model import Revision
from knowledge.statutes.parsing.lines import Line, squeeze

_DAY = re.compile(r"(?P<y>(?:19|20)\d\d) ?年 ?(?P<m>\d\d?) ?月 ?(?P<d>\d\d?) ?日")
_OPENING = re.compile(r"[（(]?(?:根据|经|自|于|已于)? ?(?=(?:19|20)\d\d ?年 ?\d)")
_TITLE = re.compile(r"《[^》]*》")
_VERB = re.compile(
    r"通过|批准|修正|修订|修改|公布|发布|施行|实施|生效|印发|令第|废止|公告|决定|签署|核准|制定|试行|执行"
)
_LAST_VERB = re.compile(r"((?:第[一二三四五六七八九十]+次)?(?:修正|修订|通过|批准|修改|公布|发布|施行))[）)。 ]*$")
_BEGUN = re.compile(r"(?:19|20)\d\d ?年 ?\d")
_LONGEST = 80
"""A line longer than this is no rest of a broken line of history."""

_UNDATED = re.compile(r"[^，。：]{0,20}(?:施行|执行|实行|生效)[。）]?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_BRACKETS = str.maketrans("<>()", "〈〉（）")
_EDGES = "（）()，,、；;。 "


def is_history(text: str) -> bool:
    """Whether a line of the head tells of passing, amending or publishing on a day, or is a day alone."""
    text = text.translate(_DIGITS)
    if not _DAY.search(text):
        return False
    opened = _OPENING.match(text) or text[0] in "（("
    return bool(_DAY.fullmatch(text.strip(_EDGES))) or (bool(opened) and bool(_VERB.search(text)))


def is_undated(text: str) -> bool:
    """Whether a line only says when a text holds, without a day of its own: 发布之日施行."""
    return bool(_UNDATED.fullmatch(text)) and not _DAY.search(text)


def day(text: str) -> date | None:
    """The first day that the text names; None where it names none, or one that no calendar has."""
    found = _DAY.search(text.translate(_DIGITS))
    return _date(found) if found else None


def revisions(text: str) -> Iterator[Revision]:
    """One revision a day that the line names; an event that lacks its verb borrows the line's last one."""
    text = squeeze(text.translate(_DIGITS))
    found = [match for match in _DAY.finditer(text) if _outside_title(text, match.start())]
    verb = _LAST_VERB.search(text)
    for match, following in zip(found, [*found[1:], None], strict=True):
        event = text[match.end() : following.start() if following else len(text)]
        event = re.sub(r"[（(]?(?:根据|自|和|，根据)$", "", event).strip(_EDGES)
        if not _VERB.search(_TITLE.sub("", event)) and verb:
            event += verb[1]
        if when := _date(match):
            yield Revision(when, event)


def _outside_title(text: str, position: int) -> bool:
    return text.count("《", 0, position) <= text.count("》", 0, position)


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def joined(lines: Iterable[Line]) -> list[Line]:
    """Lines of a head, where one that was broken inside 《…》 or （…） or before its verb is whole again."""
    whole: list[Line] = []
    for line in lines:
        if whole and (_depth(whole[-1].text) > 0 or _depth(line.text) < 0 or _goes_on(whole[-1].text, line.text)):
            whole[-1] = replace(whole[-1], text=whole[-1].text + line.text)
        else:
            whole.append(line)
    return whole


def _goes_on(text: str, following: str) -> bool:
    """Whether a line of history was broken before its verb: 1958年4月19日交通部 / 水产部发布."""
    begun = _BEGUN.match(text) and not _VERB.search(text) and not _DAY.fullmatch(text.strip(_EDGES))
    return bool(begun) and len(following) < _LONGEST and bool(_VERB.search(following))


def _depth(text: str) -> int:
    """Brackets that stay open in a text; negative where one closes that never opened."""
    text = text.translate(_BRACKETS)
    return sum(text.count(c) for c in "《〈（") - sum(text.count(c) for c in "》〉）")
