"""Unified social credit codes; that of a sole trader is a person's."""

import re
from collections.abc import Iterator

from knowledge.privacy.checksums import is_credit, like_id
from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_CODE = re.compile(r"(?<![0-9A-Za-z])[159AYNay][1-9]\d{6}[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{10}(?![0-9A-Za-z])")
_SAID = re.compile(
    r"(?:信用代码|纳税人识别号|税号)[^0-9A-Za-z，。；]{0,6}(?P<number>[0-9A-Z]{15,20})(?![0-9A-Za-z])", re.I
)


def credit_codes(heard: Heard) -> Iterator[PersonalSpan]:
    """Codes with a right check sign, and what is said to be one."""
    for match in _CODE.finditer(heard.plain):
        if is_credit(match[0]) and not (match[0].isdigit() and _is_otherwise_told(heard, match)):
            yield PersonalSpan(*match.span(), PersonalKind.CREDIT_CODE, Proof.CHECKSUM)
    for match in _SAID.finditer(heard.plain):
        yield PersonalSpan(*match.span("number"), PersonalKind.CREDIT_CODE, Proof.CUE)


def _is_otherwise_told(heard: Heard, code: re.Match[str]) -> bool:
    """Whether 18 plain digits are rather an identity number, or that of an order: one in 31 would pass for a code."""
    return like_id(code[0]) or heard.is_numbered_thing(code.start())
