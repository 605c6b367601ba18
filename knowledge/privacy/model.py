"""What is personal in a text, and the text without it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class PersonalKind(StrEnum):
    """What a piece of personal data is; `mark` is what stands in its place."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    PERMIT = "permit"
    PHONE = "phone"
    CARD = "card"
    CREDIT_CODE = "credit_code"
    PLATE = "plate"
    MAIL = "mail"
    ACCOUNT = "account"
    IP = "ip"
    ADDRESS = "address"
    NAME = "name"
    BIRTH = "birth"

    @property
    def mark(self) -> str:
        """The words of the mark, without its brackets."""
        return MARKS[self]


MARKS = {
    PersonalKind.ID_CARD: "证件号",
    PersonalKind.PASSPORT: "护照号",
    PersonalKind.PERMIT: "通行证号",
    PersonalKind.PHONE: "电话",
    PersonalKind.CARD: "卡号",
    PersonalKind.CREDIT_CODE: "信用代码",
    PersonalKind.PLATE: "车牌",
    PersonalKind.MAIL: "邮箱",
    PersonalKind.ACCOUNT: "账号",
    PersonalKind.IP: "IP",
    PersonalKind.ADDRESS: "地址",
    PersonalKind.NAME: "姓名",
    PersonalKind.BIRTH: "出生日期",
}


class Proof(IntEnum):
    """Why something is taken for personal data; where two findings overlap, the better proved one stays."""

    CHECKSUM = 0
    CUE = 1  # words before it say what it is
    SHAPE = 2


@dataclass(frozen=True, slots=True, order=True)
class PersonalSpan:
    """Characters [start, end) of the text that are personal."""

    start: int
    end: int
    kind: PersonalKind
    proof: Proof = Proof.SHAPE


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in the place of personal data; `spans` are places in the text before."""

    text: str
    spans: tuple[PersonalSpan, ...] = ()
