"""Lies about the law's words: changed, cut, or put together anew, under a citation that stands."""

import re
from collections.abc import Iterator

from knowledge import Finding
from tests.assistant.lies.case import Case, Liar, Lie, cite

_FLIPS = [
    ("应当", "可以"),
    ("不得", "可以"),
    ("可以", "不得"),
    ("必须", "不必"),
    ("不予", "应予"),
    ("无效", "有效"),
    ("禁止", "允许"),
    ("有权", "无权"),
    ("以上", "以下"),
    ("以下", "以上"),
    ("和", "或者"),
    ("不", ""),
]
_NUMBER = re.compile("[一二三四五六七八九十百千万]+(?=[年日月天倍元个周岁次人份的])|[0-9]+")
_HAN = re.compile("[一-鿿]")


def _quoted(case: Case, change: Liar | None = None) -> tuple[Finding, str] | None:
    finding = case.article()
    sentence = case.sentence(finding) if finding else ""
    return (finding, sentence) if finding and sentence else None


def _lie(finding: Finding, words: str, untrue: bool = True) -> Lie | None:
    """The citation with the words, unless a changed quotation happens to stand in the article all the same."""
    if untrue and (words.strip() in finding.text or not words.strip()):
        return None
    return Lie(f"{cite(finding.ref)}规定：“{words}”")


def one_character(case: Case) -> Lie | None:
    if not (found := _quoted(case)):
        return None
    finding, words = found
    place = case.dice.choice([m.start() for m in _HAN.finditer(words)] or [0])
    other = case.dice.choice("天地人合同财产期限可否定无有全部内外先后")
    return _lie(finding, words[:place] + other + words[place + 1 :])


def dropped_character(case: Case) -> Lie | None:
    if not (found := _quoted(case)):
        return None
    finding, words = found
    place = case.dice.randrange(1, len(words) - 1)
    return _lie(finding, words[:place] + words[place + 1 :])


def negation(case: Case) -> Lie | None:
    for finding in case.dice.sample(case.found, len(case.found)):
        for old, new in case.dice.sample(_FLIPS, len(_FLIPS)):
            for row in finding.text.split("\n"):
                if old in row and (lie := _lie(finding, row.replace(old, new, 1))):
                    return lie
    return None


def _numbers(case: Case) -> Iterator[tuple[Finding, str, re.Match[str]]]:
    for finding in case.dice.sample(case.found, len(case.found)):
        for row in finding.text.split("\n"):
            for match in _NUMBER.finditer(row):
                yield finding, row, match


def number(case: Case) -> Lie | None:
    for finding, row, match in _numbers(case):
        other = case.dice.choice([n for n in ("三", "七", "九", "十五", "六十", "九十") if n != match[0]])
        if lie := _lie(finding, row[: match.start()] + other + row[match.end() :]):
            return lie
    return None


def number_in_digits(case: Case) -> Lie | None:
    for finding, row, match in _numbers(case):
        other = str(case.dice.choice([2, 5, 45, 90, 180, 365]))
        if lie := _lie(finding, row[: match.start()] + other + row[match.end() :]):
            return lie
    return None


def half_sentence(case: Case) -> Lie | None:
    """Up to a comma: what the rest says is lost."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for row in finding.text.split("\n"):
            parts = row.split("，")
            if len(parts) > 1 and len(parts[0]) > 4:
                return _lie(finding, "，".join(parts[: case.dice.randrange(1, len(parts))]), untrue=False)
    return None


def second_half(case: Case) -> Lie | None:
    """From a comma on: the condition is lost."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for row in finding.text.split("\n"):
            _, comma, tail = row.partition("，")
            if comma and len(tail) > 6:
                return _lie(finding, tail, untrue=False)
    return None


def proviso_cut(case: Case) -> Lie | None:
    """The rule without its 但是 or 除外, in the same sentence or the next."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for row in finding.text.split("\n"):
            for mark in ("，但是", "，但", "；但是", "；但", "。但是", "。但", "，除"):
                head, found, _ = row.partition(mark)
                if found and len(head) > 6:
                    return _lie(finding, head + "。" * (mark[0] == "。"), untrue=False)
    return None


def list_cut(case: Case) -> Lie | None:
    """The words that lead a list in, with its first item alone."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for paragraph in finding.article.paragraphs if finding.article else ():
            if len(paragraph.items) > 1 and paragraph.text:
                return _lie(finding, f"{paragraph.text}\n{paragraph.items[0].text}", untrue=False)
    return None


def list_opened(case: Case) -> Lie | None:
    """The words that lead a list in, without the list."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for paragraph in finding.article.paragraphs if finding.article else ():
            if len(paragraph.items) > 1 and paragraph.text:
                return _lie(finding, paragraph.text, untrue=False)
    return None


def forbidden_item_alone(case: Case) -> Lie | None:
    """An item of a list of what must not be, without the words that forbid it."""
    for finding in case.dice.sample(case.found, len(case.found)):
        for paragraph in finding.article.paragraphs if finding.article else ():
            if re.search(r"(?:不得|禁止|不予|不适用)[^。]*$", paragraph.text) and paragraph.items:
                return _lie(finding, case.dice.choice(paragraph.items).text, untrue=False)
    return None


def sentences_joined(case: Case) -> Lie | None:
    """Halves of two sentences as one."""
    one, two = _quoted(case), _quoted(case)
    if not one or not two:
        return None
    return _lie(one[0], one[1][: len(one[1]) // 2] + two[1][len(two[1]) // 2 :])


def sentence_left_out(case: Case) -> Lie | None:
    """Two sentences quoted as neighbours, with the one between them gone."""
    for finding in case.dice.sample(case.found, len(case.found)):
        rows = [row for row in re.split("(?<=。)|\n", finding.text) if row.strip()]
        if len(rows) > 2 and (lie := _lie(finding, rows[0] + rows[2])):
            return lie
    return None


def words_added(case: Case) -> Lie | None:
    if not (found := _quoted(case)):
        return None
    return _lie(
        found[0],
        found[1].rstrip("。；")
        + case.dice.choice(["，并可要求双倍赔偿。", "，由对方承担全部费用。", "，不受时间限制。"]),
    )


def ellipsis(case: Case) -> Lie | None:
    if not (found := _quoted(case)) or len(found[1]) < 12:
        return None
    return _lie(found[0], f"{found[1][:4]}……{found[1][-5:]}")


LIARS: dict[str, Liar] = {
    made.__name__: made
    for made in (
        one_character,
        dropped_character,
        negation,
        number,
        number_in_digits,
        half_sentence,
        second_half,
        proviso_cut,
        list_cut,
        list_opened,
        forbidden_item_alone,
        sentences_joined,
        sentence_left_out,
        words_added,
        ellipsis,
    )
}
