"""Whole quotations: verbatim, and cut only where the law itself ends a sentence, so that no condition is lost.

A quotation begins where a paragraph or sentence begins, and ends where one ends, before no proviso. Items (项) may
stand without the words that lead them in, unless those words deny; words that lead in stand with all of their items.
"""

import re
from dataclasses import dataclass

from knowledge import Finding

# The next sentence takes back what was said: 但是，… · 除…外，…
_TAKES_BACK = re.compile(r"(?:但|除|不过|然而|只有)")
# 法律另有规定的，依照其规定 · 当事人另有约定的除外
_EXCEPTS = re.compile(r"[^。\n]{0,40}(?:另有规定|另有约定|除外|不在此限)")
# A sentence that leans on the one before it: 但是，… · 否则…
_LEANS = re.compile(r"(?:但|除外|并且|否则|不过|然而)")
# 不得以任何理由，实施下列行为: anywhere in the sentence that leads in
_FORBIDS = re.compile(r"不得|不准|不许|不予|禁止|严禁|除外")
# 人民法院不受理下列事项 · 除下列情形外: in its last clause; not 不动产, 不服, 感情不和, 调解无效, 解除
_DENIES = re.compile(
    r"不(?!动产|同|良|正当|服|和|足|满|少于|超过|低于)|无(?!效|期|偿|人|线|形)|未(?!成年|来)|非(?!法|公|常|居)|禁止|严禁|除(?:外|下列|前款|本|有|依)|免(?!费|税)"
)
# （一） · （三）之一 · 1. · 一、 before the words of an item
_MARK = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十百零0-9]+[）)](?:之[一二三四五六七八九十]+)?|\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}、)\s*"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an article: its paragraph (款), and for an item the words that lead it in."""

    text: str
    paragraph: int
    listed: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Words [start, end) of a law's text, with the lines in which they begin and end, and the line after."""

    law: str
    start: int
    end: int
    first: _Line
    last: _Line
    following: _Line | None
    first_start: int
    last_end: int

    @property
    def whole(self) -> bool:
        """Whether nothing that belongs to the words was cut off."""
        return self._begins() and self._ends() and not self._splits_list() and not self._loses_proviso()

    def _begins(self) -> bool:
        if self.first.listed and _denies(self.first.lead):
            return False
        before = self.law[self.first_start : self.start]
        if not before or (self.first.listed and _MARK.fullmatch(before)):
            return True
        return before.rstrip().endswith("。") and not _LEANS.match(self.law[self.start :])

    def _ends(self) -> bool:
        rest = self.law[self.end : self.last_end]
        return rest in ("", "。", "；") or self.law[self.end - 1] == "。" or rest.startswith("。")

    def _splits_list(self) -> bool:
        """Whether items that the words lead in, or that stand beside them, are left out."""
        more = self.following is not None and self.following.listed and self.following.paragraph == self.last.paragraph
        reaches = self.end >= self.last_end - 1
        within = self.first.listed and self.first.paragraph == self.last.paragraph
        return more and not within and (self.last.listed or reaches)

    def _loses_proviso(self) -> bool:
        same_line = self.law[self.end : self.last_end].lstrip("。； ")
        after = self.law[self.end :].lstrip("。；\n ")
        return bool(_TAKES_BACK.match(same_line) or _EXCEPTS.match(after))


def _denies(lead: str) -> bool:
    """Whether the words that lead a list in say that its items are not so, or must not be."""
    sentence = re.split("[。；]", lead.rstrip("。；"))[-1]
    return bool(_FORBIDS.search(sentence) or _DENIES.search(re.split("，", sentence)[-1]))


def fault_of(quote: str, finding: Finding) -> str:
    """The rule that the quotation breaks against the words found; empty where it is verbatim and whole."""
    words, law = quote.strip(), finding.text
    place = law.find(words) if words else -1
    if place < 0:
        return "quote.not_verbatim"
    while place >= 0:
        if _cut(finding, place, place + len(words)).whole:
            return ""
        place = law.find(words, place + 1)
    return "quote.not_whole"


def _cut(finding: Finding, start: int, end: int) -> _Cut:
    law = finding.text
    texts, lines = law.split("\n"), _lines(finding)
    first, last = law.count("\n", 0, start), law.count("\n", 0, end)
    following = lines[texts[last + 1]] if last + 1 < len(texts) else None
    last_end = law.find("\n", end) if "\n" in law[end:] else len(law)
    starts_at = law.rfind("\n", 0, start) + 1
    return _Cut(law, start, end, lines[texts[first]], lines[texts[last]], following, starts_at, last_end)


def _lines(finding: Finding) -> dict[str, _Line]:
    """The article's lines by their words; of equal lines the one with the heavier rule, an item's."""
    rows: dict[str, _Line] = {}
    for paragraph in finding.article.paragraphs if finding.article else ():
        if finding.ref.paragraph not in (0, paragraph.number):
            continue
        for text in paragraph.text.split("\n"):
            rows.setdefault(text, _Line(text, paragraph.number))
        for item in paragraph.items:
            for text in (part for words in (item.text, *item.points) for part in words.split("\n")):
                rows[text] = _Line(text, paragraph.number, listed=True, lead=paragraph.text)
    return rows
