"""Regions as GB/T 2260 codes: six digits, two each for province, city and county; the nation is 000000."""

import re

from knowledge.statutes.model import NATION

_CODE = re.compile(r"[0-9]{6}")  # 310115


def regions_over(code: str) -> tuple[str, ...]:
    """The region and all above it, nearest first: 310115 -> 310115, 310100, 310000, 000000.

    Raises ValueError where the code is not six digits.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"region {code!r} is not a GB/T 2260 code: six digits such as 310115")
    chain = (code, code[:4] + "00", code[:2] + "0000", NATION)
    return tuple(dict.fromkeys(chain))
