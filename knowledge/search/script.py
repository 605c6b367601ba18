"""One script for all that is compared: what is written in traditional characters is read in simplified ones.

A text counts as traditional where it holds a character that simplified writing does not have. 乾, 著 and 藉 prove
nothing, for simplified texts have them too (乾坤, 著作权, 慰藉): such texts stay as they are, to the last character.
"""

import re
from collections.abc import Callable
from functools import cache

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def simplified(text: str) -> str:
    """The text in simplified characters; a text without traditional ones comes back as it is."""
    foreign = _outside_gb2312("".join(_HAN.findall(text)))
    return _converter()(text) if foreign and any(map(_is_traditional, foreign)) else text


def _outside_gb2312(han: str) -> set[str]:
    """The characters that GB 2312, the standard set of simplified characters, lacks: 們, but 喆 and 㗎 too."""
    try:
        han.encode("gb2312")  # nearly every question: a microsecond, and no dictionary is opened
    except UnicodeEncodeError:
        return {character for character in han if not character.encode("gb2312", "ignore")}
    return set()


@cache
def _is_traditional(character: str) -> bool:
    return _converter()(character) != character


@cache
def _converter() -> Callable[[str], str]:
    """Characters and variants of Taiwan, then those of Hong Kong; opened at the first text that needs it.

    Without OpenCC's tables of phrases: they are about computers and turn 程序 into 进程, 文件 into 文档.
    """
    from opencc import OpenCC

    taiwan, hong_kong = OpenCC("tw2s"), OpenCC("hk2s")
    return lambda text: hong_kong.convert(taiwan.convert(text))
