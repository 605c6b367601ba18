"""One text as every recogniser reads it."""

import re
from dataclasses import dataclass

from knowledge.privacy.plain import digits_of, plain

_SAID_DIGITS = re.compile(r"[零〇○洞幺一二三四五六七八九](?:[ ，、-]?[零〇○洞幺一二三四五六七八九]){2}")
_NUMBERED = re.compile(
    r"(?:订单|运单|快递单?|物流|流水|保单|合同|退货|受理|工单|商品|批次|序列|发票|票据|产权证|证书|申请|设备|案件|编|单|货|批)"
    r"(?:号码?|编号|编码|单号|代码)[是为: #A-Za-z]{0,4}$"
)  # 快递单号：


@dataclass(frozen=True, slots=True)
class Heard:
    """A text as typed and `plain`, both of one length; `spoken` where its digits were said in words."""

    text: str
    plain: str
    spoken: bool = False

    def before(self, start: int, length: int = 16) -> str:
        """The plain text of up to `length` characters before a place."""
        return self.plain[max(0, start - length) : start]

    def is_numbered_thing(self, start: int) -> bool:
        """Whether the number at this place is said to be that of an order, a parcel, a policy."""
        return bool(_NUMBERED.search(self.before(start, 14)))


def heard_in(text: str) -> Heard:
    """The text as it is written."""
    return Heard(text, plain(text))


def dictated(heard: Heard) -> Heard | None:
    """The text with spoken digits as digits; None where too few stand together to be a number."""
    return Heard(heard.text, digits_of(heard.plain), spoken=True) if _SAID_DIGITS.search(heard.plain) else None
