"""Checks of a parsed text: nothing orphaned, nothing empty, numbers that go on.

A gap that the legislator made (a repealed article that the source leaves out) is explained in explained.toml, by
somebody who looked.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from knowledge.statutes import numerals
from knowledge.statutes.model import ArticleNumber, Paragraph
from knowledge.statutes.parsing import marks
from knowledge.statutes.parsing.body import Part
from knowledge.statutes.sheet import Problem

_UNREADABLE = "\ufffd"


def order(parts: Sequence[Part], title: str) -> Iterator[Problem]:
    """Breaks in the numbers of a text's articles; `title` finds the explanations."""
    last = ArticleNumber(0)
    for part in parts:
        if not _follows(part.number, last) and part.number != ArticleNumber(0):
            text = f"{_name(last)}→{_name(part.number)}"
            yield Problem("article numbers are consecutive", part.line, text, _explanations().get((title, text), ""))
        last = part.number


def _follows(number: ArticleNumber, last: ArticleNumber) -> bool:
    if number.insert:
        return (number.number, number.insert) == (last.number, last.insert + 1)
    return number.number == last.number + 1


def _name(number: ArticleNumber) -> str:
    if number == ArticleNumber(0):
        return "开头"
    return f"第{numerals.write(number.number)}条" + (f"之{numerals.write(number.insert)}" if number.insert else "")


def content(parts: Sequence[Part], title: str) -> Iterator[Problem]:
    """What is empty, unreadable or out of order inside the articles; `title` finds the explanations."""
    for part in parts:
        yield from _content(part)
        if inner := next((x for x in part.lines[1:] if not x.row and marks.article(x.text)), None):
            text = f"{_name(part.number)}⊃{inner.text.split()[0]}"
            yield Problem(
                "no article stands inside another", inner.number, text, _explanations().get((title, text), "")
            )


def _content(part: Part) -> Iterator[Problem]:
    if not any(line.text for line in part.lines):
        yield Problem("an article has words", part.line, _name(part.number))
    for line in part.lines:
        if _UNREADABLE in line.text:
            yield Problem("every character is readable", line.number, line.text)
    for paragraph in part.article.paragraphs:
        yield from _items(part, paragraph)


def _items(part: Part, paragraph: Paragraph) -> Iterator[Problem]:
    last = 0
    for item in paragraph.items:
        text = f"{_name(part.number)} {item.text[:20]}"
        if not marks.listing(item.text):
            yield Problem("an item bears its number", part.line, text, "the source lost the number; its place gives it")
        elif item.number != last + (not item.insert):
            yield Problem("item numbers are consecutive", part.line, text)
        last = item.number


@cache
def _explanations() -> dict[tuple[str, str], str]:
    """(title, gap) -> reason."""
    table = tomllib.loads(files(__package__).joinpath("explained.toml").read_text("utf-8"))
    return {(row["title"], row["gap"]): row["reason"] for row in table.get("gap", ())}
