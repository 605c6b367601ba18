"""A sheet: what one source text says, before anything is concluded about when it holds.

Parsing (text -> Sheet) knows Markdown and the habits of each corpus; dating (Sheets -> Laws) knows time. A law printed
over several files (民法典 by book, 刑法 by part) is one sheet.
"""

from dataclasses import dataclass
from datetime import date

from knowledge.statutes.model import Article, Rank, Revision


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source file that did not parse, or is odd: rule broken, line number (1-based), the text there.

    `explained` says why it is right all the same (a number skipped by the legislator, say); empty means unexplained.
    `path` names the file in a sheet read from several.
    """

    rule: str
    line: int
    text: str
    explained: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (附件, 附表): its heading as printed, and its text, a paragraph or row of a table a line."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text of one law as a corpus holds it.

    `title` is as printed; `dated` is the day in the file name or version table (passing or publishing), None where
    there is none; `starts` the first day of force where the corpus's own version table states it; `history` the
    revision lines of the head in order; `preamble` the words before the first article; `annexes` and `closing`
    (signatures, dates) what stands after the last one.
    """

    title: str
    rank: Rank
    region: str
    history: tuple[Revision, ...]
    preamble: str
    articles: tuple[Article, ...]
    corpus: str
    path: str
    dated: date | None = None
    starts: date | None = None
    problems: tuple[Problem, ...] = ()
    annexes: tuple[Annex, ...] = ()
    closing: tuple[str, ...] = ()
