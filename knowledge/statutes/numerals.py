"""Numbers as Chinese law writes them: 第一千零七十九条, 第1079条, 第１０７９条.

Both ways: `parse` reads every usual writing, `write` gives the one that statutes print.
"""

import re
from functools import lru_cache

DIGITS = "零一二三四五六七八九"
"""Index is value."""

VALUES = {c: i for i, c in enumerate(DIGITS)} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
HIGHEST = 99_999_999

NUMERAL = "[零〇○Ｏ一二两三四五六七八九十百千万]+|[0-9０-９]+"
"""What a numeral looks like inside a regular expression; wrap it in a group."""

_NUMERAL = re.compile(NUMERAL)


@lru_cache(maxsize=4096)
def parse(text: str) -> int:
    """The value of a numeral: 一千零七十九, 一〇七九, 1079, １０７９; ValueError where it is none."""
    if not _NUMERAL.fullmatch(text):
        raise ValueError(f"not a numeral: {text!r} (rule: only 零〇一二两三…十百千万, or only digits)")
    if text.isdecimal():
        return int(text)
    if all(c in VALUES for c in text):
        return int("".join(str(VALUES[c]) for c in text))
    head, ten_thousand, tail = text.rpartition("万")
    if ten_thousand:
        return _section(head) * 10_000 + (_section(tail) if tail else 0)
    return _section(text)


def _section(text: str) -> int:
    """The value of a numeral below 万: digits before their units, units falling."""
    total, digit, last = 0, None, 10_000
    for c in text:
        if c in VALUES:
            if digit:
                raise ValueError(f"not a numeral: {text!r} (rule: a unit between two digits)")
            digit = VALUES[c]
        elif (unit := UNITS.get(c, 0)) and unit < last:
            total, digit, last = total + (digit or 1) * unit, None, unit
        else:
            raise ValueError(f"not a numeral: {text!r} (rule: units must fall: 千, 百, 十)")
    return total + (digit or 0)


def write(number: int) -> str:
    """The number as statutes print it: 1079 -> 一千零七十九, 10 -> 十, 110 -> 一百一十."""
    if not 0 <= number <= HIGHEST:
        raise ValueError(f"cannot write {number} (rule: 0 to {HIGHEST})")
    if number == 0:
        return DIGITS[0]
    high, low = divmod(number, 10_000)
    text = _write_section(high) + "万" if high else ""
    if high and 0 < low < 1000:
        text += DIGITS[0]
    text += _write_section(low)
    return text[1:] if text.startswith("一十") else text


def _write_section(number: int) -> str:
    """A number below 10,000 with its units; inner zeros once, outer zeros not at all."""
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += DIGITS[digit] + name
        elif text and not text.endswith(DIGITS[0]):
            text += DIGITS[0]
    return text.rstrip(DIGITS[0])
