"""Check digits of numbers that have one."""

from datetime import date

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PROVINCES = frozenset(
    str(code)
    for begin, end in ((11, 16), (21, 24), (31, 38), (41, 47), (50, 55), (61, 66), (71, 72), (81, 84))
    for code in range(begin, end)
)
"""GB/T 2260, with 71 to 83 for people of Taiwan, Hong Kong and Macao."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def id_check(seventeen: str) -> str:
    """The last sign of an identity number by its first 17 digits (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(seventeen, _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def is_id(number: str) -> bool:
    """Whether 18 signs are an identity number: its place, its day and its last sign fit."""
    return like_id(number) and id_check(number[:17]) == number[17].upper()


def like_id(number: str) -> bool:
    """Whether 15 or 18 signs begin with a province and hold a day of birth, whatever the last sign is."""
    if number[:2] not in _PROVINCES:
        return False
    day = number[6:14] if len(number) == 18 else f"19{number[6:12]}"
    return is_day(day)


def is_day(eight: str) -> bool:
    """Whether YYYYMMDD is a day of 1900 to 2099."""
    try:
        day = date(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    except ValueError:
        return False
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def luhn_check(digits: str) -> str:
    """The digit that makes `digits` a card number by ISO/IEC 7812 (Luhn)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def is_luhn(number: str) -> bool:
    """Whether the last digit is the one that Luhn's rule gives."""
    return luhn_check(number[:-1]) == number[-1]


def credit_check(seventeen: str) -> str:
    """The last sign of a unified social credit code (GB 32100) by its first 17 signs."""
    total = sum(_CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(seventeen))
    return _CREDIT_SIGNS[-total % 31]


def is_credit(code: str) -> bool:
    """Whether 18 signs are a unified social credit code."""
    code = code.upper()
    return len(code) == 18 and all(sign in _CREDIT_SIGNS for sign in code) and credit_check(code[:17]) == code[17]


def hong_kong_check(letters: str, six: str) -> str:
    """The sign in brackets of a Hong Kong identity card by its letters and six digits."""
    values = [36, *(ord(letter) - 55 for letter in letters)] if len(letters) == 1 else [ord(c) - 55 for c in letters]
    total = sum(value * weight for value, weight in zip([*values, *map(int, six)], range(9, 1, -1), strict=True))
    return "0123456789A"[-total % 11]
