"""Bank cards and bank accounts."""

import re
from collections.abc import Iterator

from knowledge.privacy.checksums import is_luhn
from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_END = r"(?![0-9A-Za-z]|\.\d| ?(?:元|块|万))"
_CARD = re.compile(
    rf"(?=(?<![0-9A-Za-z])([3-69]\d{{15,18}}|[3-69]\d{{3}}(?:[ -]?\d{{4}}){{3}}(?:[ -]?\d{{1,3}})?){_END})"
)
_SPOKEN = re.compile(rf"(?=(?<![0-9A-Za-z])([3-69](?: ?\d){{15,18}}){_END})")  # 六二二二 零二幺二 …
_SAID = re.compile(
    r"(?:银行卡|信用卡|储蓄卡|工资卡|卡号|账号|帐号|账户|帐户|存折|转到|打到|汇到|充到)[^\d，。；]{0,8}?"
    r"(?P<number>\d(?:[ -]?\d){11,20})(?![0-9A-Za-z]| ?(?:元|块|万))"
)  # 账号310066661018000000000


def cards(heard: Heard) -> Iterator[PersonalSpan]:
    """Numbers of 16 to 19 digits by Luhn's rule, and what is said to be a card or an account."""
    for match in (_SPOKEN if heard.spoken else _CARD).finditer(heard.plain):
        number = re.sub(r"[ -]", "", match[1])
        if _is_card(number) and not heard.is_numbered_thing(match.start()):
            yield PersonalSpan(*match.span(1), PersonalKind.CARD, Proof.CHECKSUM)
    for match in _SAID.finditer(heard.plain):
        if _length(match["number"]) >= 12:
            yield PersonalSpan(*match.span("number"), PersonalKind.CARD, Proof.CUE)


def _is_card(number: str) -> bool:
    """Luhn's rule, or UnionPay's own beginning and length: its older cards have no check digit."""
    return is_luhn(number) or (number.startswith("62") and len(number) in (16, 19))


def _length(number: str) -> int:
    return sum(sign.isdigit() for sign in number)
