"""Telephone numbers: mobile, with area code, 400, typed or spoken."""

import re
from collections.abc import Iterator

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_GAP = r"[ -]{0,2}"
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.])(?:(?:\+|00)?86{_GAP})?1[3-9](?:{_GAP}\d){{9}}(?!\d|\.\d| ?(?:元|块|万|亿|人))"
)  # 138-1234-5678, +86 13812345678
_LANDLINE = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:\+|00)?86[ -]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,2}[2-8]\d{2,3}[ -]?\d{4}(?!\d)"
)  # (021)6234-5678
_DICTATED = re.compile(
    r"(?<!\d)0 ?(?:1 ?0|2 ?\d|[3-9] ?\d ?\d) ?[2-8](?: ?\d){6,7}(?![ ]?\d)"
)  # 零二一 六二三四 五六七八
_TOLL_FREE = re.compile(r"(?<![0-9A-Za-z])[48]00(?:-?\d){7}(?!\d| ?(?:元|块|万))")  # 400-123-4567
_SAID = re.compile(
    r"(?:电话|座机|固话|手机|来电|拨打|热线|传真)[^\d，。；]{0,6}?(?P<number>[2-8]\d{6,7})(?!\d| ?(?:元|块|万))"
)  # 座机62345678


def phones(heard: Heard) -> Iterator[PersonalSpan]:
    """Every telephone number but the short public ones (110, 12348, 95588)."""
    for pattern in (_MOBILE, _DICTATED if heard.spoken else _LANDLINE, _TOLL_FREE):
        for match in pattern.finditer(heard.plain):
            if not heard.is_numbered_thing(match.start()):
                yield PersonalSpan(*match.span(), PersonalKind.PHONE)
    for match in _SAID.finditer(heard.plain):
        yield PersonalSpan(*match.span("number"), PersonalKind.PHONE, Proof.CUE)
