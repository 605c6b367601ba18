"""Ways of writing and saying one number."""

import random
from itertools import accumulate, pairwise

_SAID = str.maketrans("0123456789", "零一二三四五六七八九")


def wide(number: str) -> str:
    """In full-width signs."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in number)


def grouped(number: str, sizes: tuple[int, ...], sign: str) -> str:
    """In groups of these sizes, the last size for all that is left."""
    cuts = [0, *(cut for cut in accumulate(sizes) if cut < len(number)), len(number)]
    return sign.join(number[begin:end] for begin, end in pairwise(cuts))


def cn_digits(number: str) -> str:
    """Digit by digit in Chinese."""
    return number.translate(_SAID)


def said(number: str, dice: random.Random) -> str:
    """As dictated: in Chinese digits with 一 or 幺, some with pauses."""
    spoken = cn_digits(number)
    if dice.random() < 0.5:
        spoken = spoken.replace("一", "幺")
    return grouped(spoken, dice.choice(((3, 4, 4), (4,) * 5, (6, 4, 4, 4))), " ") if dice.random() < 0.3 else spoken
