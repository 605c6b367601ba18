"""What follows the paper: the workings of its sums, and a page for the person alone."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.documents.model import Document
from assistant.documents.sheet import Line, NewPage, Part, Style, line
from assistant.documents.sums import Sum
from assistant.phrases import day_words
from knowledge import Statement

_HANDWRITTEN = "这份文书必须由本人从头到尾亲笔抄写，打印出来签名不算。"


def annexes(sums: Sequence[Sum]) -> Iterator[Part]:
    """The working of each sum, line by line, with what it rests on."""
    if not sums:
        return
    yield NewPage()
    yield line("附：计算过程", Style.TITLE)
    for one in sums:
        yield line(one.calculator.name, Style.HEADING)
        for number, step in enumerate(one.working.lines, 1):
            rests = "；".join(part for part in ("、".join(step.cites), step.source) if part)
            yield line(f"{number}．{step.label}：{step.sum}{f'（依据：{rests}）' if rests else ''}")
        yield from (line(f"注意：{note}") for note in one.working.notes)


def counsel(document: Document, on: date) -> Iterator[Part]:
    """A last page that is not handed in: where it goes, what the law asks of it, what the person should know."""
    yield NewPage()
    yield line("填写和提交说明", Style.TITLE)
    yield line("（这一页给您自己看，不用交）", Style.SUBTITLE)
    if document.handwritten:
        yield line(_HANDWRITTEN, Style.HEADING)
    yield from _section("交到哪里", document.where)
    yield from _section("法律对这份文书的要求", document.requires)
    yield from _section("要留意的", document.notes)
    yield line(
        f"画线空着的地方是还不知道的，请核实后填上；不适用的写「无」或者划掉。"
        f"{day_words(on)}生成，所列条文于{day_words(document.checked)}核对。"
    )


def _section(title: str, statements: Sequence[Statement]) -> Iterator[Line]:
    if statements:
        yield line(title, Style.HEADING)
    for number, one in enumerate(statements, 1):
        rests = "、".join(str(ref) for ref in one.law)
        yield line(f"{number}．{one.text}{f'（{rests}）' if rests else ''}")
