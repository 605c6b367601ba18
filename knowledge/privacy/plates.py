"""Number plates of vehicles."""

import re
from collections.abc import Iterator

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan

_PLACE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SIGN = "[A-HJ-NP-Za-hj-np-z0-9]"
_PLATE = re.compile(
    rf"[{_PLACE}][A-Za-z][ ·•・.-]?(?:"
    rf"[DFdf]{_SIGN}\d{{4}}|\d{{5}}[A-Ka-k]|"  # 沪AD12345, 苏E12345D: new energy
    rf"{_SIGN}{{5}}|{_SIGN}{{4}}[挂学警港澳领使])"  # 京A12345, 粤Z1234港
    r"(?![0-9A-Za-z])"
)


def plates(heard: Heard) -> Iterator[PersonalSpan]:
    """Every plate that has a digit: 京ABCDEF may be anything."""
    for match in _PLATE.finditer(heard.plain):
        if any(sign.isdigit() for sign in match[0]):
            yield PersonalSpan(*match.span(), PersonalKind.PLATE)
