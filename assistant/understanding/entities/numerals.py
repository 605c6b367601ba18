"""Numbers as people say and type them: 三万二, 两千八, 六七千, 十几万, 三百来, 1.2万, 5k, 二零二一, 幺三八.

Statutes write numbers in one way, which `knowledge.number_of` reads; speech drops the last unit (两千八 is 2800), says
two digits for a range (六七千) and mixes scripts (3千5).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "幺": 1, "两": 2, "俩": 2, "仨": 3}
_UNITS = {"十": 10, "百": 100, "千": 1000, "k": 1000, "K": 1000, "万": 10_000, "w": 10_000, "W": 10_000, "亿": 10**8}
_BIG = 10_000

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"  # 12,000.50 · 3000 · 1.2
_LATIN_UNIT = r"(?:(?<=\d)[kKwW](?![A-Za-z]))"  # 5k · 10w
HAN = "零〇○幺一二两三四五六七八九十百千万亿"
_MORE = r"[多来余几](?=[百千万亿])"  # 二十多万 · 三百来万 · 十几万
NUMBER = (
    rf"(?:{ARABIC}|[{HAN}]|几(?=[十百千万])|数(?=[十百千万]))"
    rf"(?:{_LATIN_UNIT}|{_MORE}|[{HAN}]|点(?=[零〇一二三四五六七八九])|(?<=[十百千万kKwW])(?:几|[0-9]{{1,4}}(?![0-9]))|(?<=[百千万])把)*"
)
"""What a number may look like in running text; whether it is one, `quantity` says."""

_START = re.compile(rf"(?<![0-9.{HAN}])[0-9{HAN}几俩仨]")

_PIECE = re.compile(
    r"(?P<arabic>\d+(?:\.\d+)?)|(?P<han>[零〇○幺一二两俩三仨四五六七八九]+(?:点[零〇一二三四五六七八九]+)?)"
    r"|(?P<unit>[十百千万亿kKwW])"
)
_APPROXIMATE = re.compile(r"[多来余把]")
_PAIR = re.compile(  # 六七千 · 三五百 · 二十五六万 · 三四
    r"(?<![零〇一二两三四五六七八九])(?:(?P<two>一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五))(?=[十百千万亿]|$)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of them; `about` where it was said as an approximation."""

    least: Decimal
    most: Decimal
    about: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.least == self.most


def starts(text: str) -> list[int]:
    """Where numbers begin: patterns that begin with one need be tried at no other place."""
    return [match.start() for match in _START.finditer(text)]


@lru_cache(maxsize=4096)
def quantity(text: str) -> Quantity | None:
    """What a number says: 三万二 -> 32000, 六七千 -> 6000 to 7000; None where it is no number, or names none (几万)."""
    text = text.replace(",", "")
    plain = _APPROXIMATE.sub("", text)
    about = plain != text
    if "几" in plain or "数" in plain:
        return _few(plain)
    if pair := _PAIR.search(plain):
        least, most = (_value(plain[: pair.start()] + pair["two"][end] + plain[pair.end() :]) for end in (0, 1))
    else:
        least = most = _value(plain)
    return None if least is None or most is None else Quantity(least, most, about)


def number(text: str) -> Decimal | None:
    """The one number that the text is; None for a range, an approximation, or no number."""
    read = quantity(text)
    return read.least if read and read.exact and not read.about else None


def _few(text: str) -> Quantity | None:
    """十几万 is 11 to 19 times 万; 几万 says no number."""
    if not re.search("[十百]几", text):
        return None
    least, most = (_value(text.replace("几", digit)) for digit in ("一", "九"))
    return None if least is None or most is None else Quantity(least, most, about=True)


def _value(text: str) -> Decimal | None:
    """The value of a number without approximation; None where units and digits do not make one."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    last, zero, place = 0, False, 0
    for piece in _PIECE.finditer(text):
        if piece.start() != place:
            return None
        place = piece.end()
        if unit := _UNITS.get(piece[0]):
            if unit >= _BIG:
                total, section = total + (section + (pending or 0) or 1) * unit, Decimal(0)
            elif last and last <= unit:
                return None
            else:
                section += (1 if pending is None else pending) * unit
            pending, last, zero = None, unit, False
        elif pending is not None:
            return None
        else:
            zero = piece[0][0] in "零〇○0" and len(piece[0]) > 1
            pending = _piece(piece[0])
    if place != len(text) or not text:
        return None
    return total + section + _tail(pending, last, zero)


def _tail(pending: Decimal | None, last: int, zero: bool) -> Decimal:
    """The last digit: 三万二 drops its unit and means 三万二千; 一百零五 and 十五 mean what they say."""
    if pending is None:
        return Decimal(0)
    return pending * (last // 10) if last >= 100 and not zero and pending < 10 else pending


def _piece(text: str) -> Decimal:
    """A run of digits: 3.5, 三点五, 零五, 二零二一."""
    return Decimal("".join("." if c == "点" else str(_DIGITS.get(c, c)) for c in text))
