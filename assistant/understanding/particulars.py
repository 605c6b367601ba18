"""Particulars of a person that a question needs for nothing: masked before anything else sees the text.

Identity numbers, bank cards, telephone numbers and mail addresses. Names and addresses in words are not recognised yet.
"""

import re

_BEFORE, _AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_MASKS = (
    (re.compile(rf"{_BEFORE}[1-9]\d{{5}}(?:18|19|20)\d{{2}}(?:0[1-9]|1[0-2])\d{{5}}[\dXx]{_AFTER}"), "〔证件号〕"),
    (re.compile(rf"{_BEFORE}\d(?:[ -]?\d){{15,18}}{_AFTER}"), "〔卡号〕"),
    (re.compile(rf"{_BEFORE}(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{{4}}){{2}}{_AFTER}"), "〔电话〕"),
    (re.compile(rf"{_BEFORE}0\d{{2,3}}-\d{{7,8}}{_AFTER}"), "〔电话〕"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII), "〔邮箱〕"),
)


_MARKED = re.compile(
    r"(?:我的?)?(?:身份证|证件|电话|手机|座机|银行卡|卡|邮箱)?(?:号码?)?(?:是|为|：|:)?\s*〔[^〕]+〕"
)  # 身份证号是〔证件号〕


def mask(text: str) -> str:
    """The text with each particular replaced by its kind: 电话〔电话〕."""
    for pattern, kind in _MASKS:
        text = pattern.sub(kind, text)
    return text


def without_masks(text: str) -> str:
    """The text without the marks and the words that announce them, for searching."""
    return _MARKED.sub(" ", text)
