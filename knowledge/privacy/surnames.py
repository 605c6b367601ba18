"""Chinese personal names by their signs: what may be read as one where words announce a name."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HAN = re.compile(r"[\u4e00-\u9fff]")
_DOTTED = re.compile(
    r"(?:(?![是叫人被告证])[\u4e00-\u9fff]){2,7}(?:[·•・][\u4e00-\u9fff]{2,7}){1,2}"
)  # 阿卜杜拉·买买提
_DOTTED_BEFORE = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,7}(?:[·•・][\u4e00-\u9fff]{2,5}){1,2}$")
_LATIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}(?![A-Za-z])")  # Zhang San
_SOUNDS = frozenset(
    "阿艾合买提吐尔逊江木沙热古丽娜山拉孜巴汗别克力依米尼肉苏里曼斯坦玛迪尤努马麦哈德图萨亚库卡玉素甫雅霍洛桑扎西卓玛央金次仁旺堆平措"
)
"""Signs that write the sounds of names that are no Chinese ones."""
_AMOUNT = re.compile(r"[一二两三四五六七八九十几][万千百块个年月人十]")
_SOFT = frozenset("来去开保受守得为以因要家方信出进可有同和向万可能才当定加作回重行过反一二三四五六七八九十百千")
"""Signs of given names that begin common verbs, too."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The tables of `names.toml`."""

    surnames: frozenset[str]
    doubtful: frozenset[str]
    particles: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    after: frozenset[str]
    none: frozenset[str]
    unless_longer: frozenset[str]
    goes_on: frozenset[str]
    roles: tuple[str, ...]
    not_after_roles: tuple[str, ...]


@cache
def signs() -> Signs:
    """The tables, read once."""
    table = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
    return Signs(
        surnames=frozenset("".join(table["surnames"].split())),
        doubtful=frozenset(table["doubtful"]),
        particles=frozenset(table["particles"]),
        compound=frozenset(table["compound"].split()),
        given=frozenset("".join(table["given"].split())),
        after=frozenset("".join(table["after"].split())),
        none=frozenset(table["none"].split()),
        unless_longer=frozenset(table["unless_longer"].split()),
        goes_on=frozenset(table["goes_on"].split()),
        roles=tuple(table["roles"].split()),
        not_after_roles=tuple(table["not_after_roles"].split()),
    )


def name_at(text: str, start: int, sure: bool, latin: bool = False) -> int:
    """Where the name that begins at `start` ends; 0 where none does. `sure`: nothing but a name fits here."""
    if match := _DOTTED.match(text, start):
        return _dotted_end(match)
    if latin and (match := _LATIN.match(text, start)):
        return match.end()
    if not _HAN.match(text, start):
        return 0
    family = 2 if text[start : start + 2] in signs().compound else 1 if text[start] in signs().surnames else 0
    if not family or "某" in text[start : start + 3]:
        return 0
    if _is_a_word(text, start) and not (sure and _two(text, start + 2) and _ends(text, start + 3)):
        return 0
    if not sure and text[start] in signs().particles and family == 1:
        return 0
    return _given_end(text, start + family, sure, family == 2 or text[start] not in signs().doubtful)


def _dotted_end(match: re.Match[str]) -> int:
    """Where a dotted name ends: two signs after the last dot, and those after them that write sounds."""
    text = match[0]
    end = max(text.rfind(dot) for dot in "·•・") + 3
    while end < len(text) and text[end] in _SOUNDS:
        end += 1
    return match.start() + end


def _is_a_word(text: str, start: int) -> bool:
    pair = text[start : start + 2]
    if pair in signs().unless_longer:
        third = text[start + 2 : start + 3]
        return third not in signs().given or third in signs().after
    return any(text[start : start + length] in signs().none for length in (2, 3, 4))


def _given_end(text: str, at: int, sure: bool, clear: bool) -> int:
    """The end of the given name at `at`: two signs, or one, by what they are and what follows."""
    table = signs()
    first = text[at : at + 1]
    if not _HAN.match(first):
        return 0
    if first in table.after and first not in table.given:
        return at + 2 if (sure or clear) and text[at + 1 : at + 2] in table.given and _ends(text, at + 2) else 0
    if _two(text, at + 1) and (clear or sure or (_ends(text, at + 2) and text[at + 1] in table.given)):
        return at + 2
    if sure:
        return at + 1 if first not in table.after or _ends(text, at + 1) else 0
    if text[at : at + 2] in table.goes_on and text[at + 1 : at + 3] not in table.goes_on:
        return 0
    if first not in table.given:
        return _by_what_follows(text, at) if clear else 0
    return at + 1 if _ends(text, at + 1) or (clear and first not in _SOFT) else 0


def _by_what_follows(text: str, at: int) -> int:
    """The end of a given name of rare signs: one or two of them after a plain surname, and then a word that follows."""
    second = text[at + 1 : at + 2]
    if _ends(text, at + 1):
        return at + 1
    return at + 2 if second in signs().given and _ends(text, at + 2) else 0


def _two(text: str, second: int) -> bool:
    """Whether the sign at `second` belongs to the name: one of given names, and no word that goes on after it."""
    table, sign = signs(), text[second : second + 1]
    if not _HAN.match(sign) or text[second : second + 2] in table.goes_on:
        return False
    if sign in "和于":  # 被告王强于2023年
        return not _HAN.match(text, second + 1) and not text[second + 1 : second + 2].isdigit()
    if sign in table.given and sign not in _SOFT and sign not in table.after:
        return True
    return (sign in table.given or sign not in table.after) and _ends(text, second + 1)


def _ends(text: str, at: int) -> bool:
    """Whether a name may end before `at`: the text, a sign or a word that follows names begins there."""
    if at >= len(text) or not _HAN.match(text, at):
        return True
    return text[at] in signs().after or text[at : at + 2] in signs().goes_on or bool(_AMOUNT.match(text, at))


def name_before(text: str, end: int, sure: bool = True) -> int:
    """Where a whole name that ends at `end` begins, after a sign or the start; -1 where there is none.

    Not `sure`: only a plain surname with signs of given names is one.
    """
    if dotted := _DOTTED_BEFORE.search(text, max(0, end - 20), end):
        return dotted.start()
    for length in (4, 3, 2):
        start = end - length
        if start < 0 or (start and _HAN.match(text, start - 1) and text[start - 1] not in "和与及是由"):
            continue
        plain = sure or (text[start] not in signs().doubtful and signs().given.issuperset(text[start + 1 : end]))
        if plain and name_at(f"{text[start:end]}，", 0, sure) == length:
            return start
    return -1
