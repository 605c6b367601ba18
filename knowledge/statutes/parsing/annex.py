"""What stands after the last article: annexes (附件, 附表), signatures and dates."""

import re
from collections.abc import Sequence

from knowledge.statutes.parsing.lines import Line, squeeze
from knowledge.statutes.sheet import Annex

_NUMBER = "[一二三四五六七八九十0-9]*"
# 附件一 · 附表二： · 附：… · 附件6：查处运载危险化学品车辆操作规程
_OPENING = re.compile(rf"附(?:件|表|录|图|注)? ?{_NUMBER}(?: ?[：:].*| ?$)|附(?:件|表|录|图) ?{_NUMBER} \S.{{0,60}}")
_HEADING = re.compile(r"附(?!则).*")
_DIGITS = "[0-9〇○零一二三四五六七八九十]"
_ISSUER = "最高人民法院|最高人民检察院|公安部|司法部|国务院|全国人民代表大会常务委员会|国家安全部|财政部|劳动部"
# 二〇〇二年三月十五日 · 2002年3月15日 · 最高人民法院 最高人民检察院 · 此复。 · （此件公开发布）
_CLOSING = re.compile(
    rf"[（(]?{_DIGITS}{{4}} ?年 ?{_DIGITS}{{1,2}} ?月 ?{_DIGITS}{{1,3}} ?日[)）]?"
    rf"|(?:(?:{_ISSUER})[、 ]?)+|此复。?|特此(?:公告|通知|批复)。?"
)


def opens(line: Line) -> bool:
    """Whether a line is the heading of an annex."""
    return not line.row and bool((_HEADING if line.level else _OPENING).fullmatch(line.text))


def split(lines: Sequence[Line]) -> tuple[list[Line], tuple[Annex, ...]]:
    """The lines before the first annex, and the annexes; inside them, a heading opens the next one."""
    start = next((i for i, line in enumerate(lines) if opens(line)), len(lines))
    return list(lines[:start]), gather(lines[start:])


def gather(lines: Sequence[Line]) -> tuple[Annex, ...]:
    """Annexes from lines that all stand in annexes: each begins at a mark or at a heading of the top levels."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or opens(line) or 0 < line.level <= 2:
            groups.append([])
        groups[-1].append(line)
    return tuple(_annex(group) for group in groups)


def _annex(lines: Sequence[Line]) -> Annex:
    texts = [line.text if line.row else squeeze(line.text) for line in lines]
    return Annex(texts[0], "\n".join(texts[1:]))


def without_closing(lines: Sequence[Line], last: bool) -> tuple[list[Line], tuple[str, ...]]:
    """A last article's lines without the signatures and dates at its end, and those."""
    end = len(lines)
    while last and end > 1 and not lines[end - 1].row and _CLOSING.fullmatch(lines[end - 1].text):
        end -= 1
    return list(lines[:end]), tuple(line.text for line in lines[end:])
