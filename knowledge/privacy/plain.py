"""Texts of one length with the one heard: full-width signs made plain, and spoken digits made digits."""

_FULL = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)} | {
    ord("＋"): "+",
    ord("－"): "-",
    ord("＠"): "@",
    ord("．"): ".",
    ord("＿"): "_",
    ord("："): ":",
    ord("（"): "(",
    ord("）"): ")",
    ord("　"): " ",
    ord("\t"): " ",
    ord("\n"): " ",
    ord("–"): "-",
    ord("—"): "-",
}
_SPOKEN = {
    ord(said): digit for said, digit in zip("零〇○洞一幺二三四五六七八九", "000011" + "23456789", strict=True)
} | {
    ord("，"): " ",
    ord("、"): " ",
}


def plain(text: str) -> str:
    """The text with full-width letters, digits and signs made plain, each at its place."""
    return text.translate(_FULL)


def digits_of(plain_text: str) -> str:
    """A plain text with spoken digits as digits (幺三八 as 138), and the pauses between them as spaces."""
    return plain_text.translate(_SPOKEN)
