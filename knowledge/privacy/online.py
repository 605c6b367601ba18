"""Addresses and accounts on the network: mail, messengers, IP."""

import re
from collections.abc import Iterator

from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_MAIL = re.compile(r"[\w.+-]+ ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_WECHAT_ID = re.compile(r"(?<![0-9A-Za-z])wxid_[0-9a-z]{6,20}")
_SAID = re.compile(
    r"(?:微信|威信|薇信|微博|抖音|快手|支付宝|淘宝|小红书|旺旺|陌陌|钉钉|wechat|vx)"
    r"(?:账号|帐号|号码?|ID|名|群号)?[^0-9A-Za-z，。；]{0,5}"
    r"(?P<number>[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_@+.-])",
    re.I,
)  # 微信号是abc_12345
_QQ = re.compile(
    r"(?:(?<![A-Za-z])QQ|扣扣|企鹅号)(?:号码?|账号|帐号)?[^0-9A-Za-z，。；元块]{0,4}"
    r"(?P<number>[1-9]\d{4,10})(?![0-9A-Za-z@]|\.\d| ?(?:元|块|万|个|人))",
    re.I,
)  # QQ：123456789
_IP = re.compile(
    r"(?<![0-9.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\d.]*\d)"
)
_IP6 = re.compile(r"(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![0-9A-Fa-f:])")
_VERSION = re.compile(r"(?:版本?|第|[vV])[^\d，。]{0,4}$")
_NOBODYS = ("0.0.0.0", "127.0.0.1")


def online(heard: Heard) -> Iterator[PersonalSpan]:
    """Mail addresses, accounts that are introduced as such, IP addresses."""
    for match in _MAIL.finditer(heard.plain):
        yield PersonalSpan(*match.span(), PersonalKind.MAIL)
    for match in _WECHAT_ID.finditer(heard.plain):
        yield PersonalSpan(*match.span(), PersonalKind.ACCOUNT)
    for pattern in (_SAID, _QQ):
        for match in pattern.finditer(heard.plain):
            yield PersonalSpan(*match.span("number"), PersonalKind.ACCOUNT, Proof.CUE)
    yield from _machines(heard)


def _machines(heard: Heard) -> Iterator[PersonalSpan]:
    for match in _IP.finditer(heard.plain):
        version = _VERSION.search(heard.before(match.start(), 8)) or max(map(int, match[0].split("."))) < 10
        if not version and match[0] not in _NOBODYS:
            yield PersonalSpan(*match.span(), PersonalKind.IP)
    for match in _IP6.finditer(heard.plain):
        yield PersonalSpan(*match.span(), PersonalKind.IP)
