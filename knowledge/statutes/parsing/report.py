"""What parsing shows for itself: how much was read, and every place that did not parse."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.statutes.names import normalise
from knowledge.statutes.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Failure:
    """A place that did not parse: corpus, file, line (1-based), the rule that it breaks, the text there.

    `reason` is what faults.toml knows about the file, empty where nobody looked yet.
    """

    corpus: str
    path: str
    line: int
    rule: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """Counts over sheets. `files` are source texts, `laws` different laws, `wordings` texts of laws (one a sheet)."""

    files: int
    laws: int
    wordings: int
    articles: int
    failures: tuple[Failure, ...]

    @property
    def complete(self) -> float:
        """Share of source texts without an unexplained problem, 0 to 1; 1 where there are none."""
        failed = {(failure.corpus, failure.path) for failure in self.failures}
        return 1 - len(failed) / self.files if self.files else 1.0


def report(sheets: Iterable[Sheet]) -> Report:
    """The report over sheets of any corpora; a failure's path is that of the file, in a law of several files too."""
    held = list(sheets)
    return Report(
        files=len({(sheet.corpus, sheet.path, sheet.title) for sheet in held}),
        laws=len({normalise(sheet.title) for sheet in held}),
        wordings=len(held),
        articles=sum(len(sheet.articles) for sheet in held),
        failures=tuple(failure for sheet in held for failure in _failures(sheet)),
    )


def _failures(sheet: Sheet) -> Iterator[Failure]:
    for problem in sheet.problems:
        if not problem.explained:
            path = problem.path or sheet.path
            yield Failure(sheet.corpus, path, problem.line, problem.rule, problem.text, faults().get(path, ""))


@cache
def faults() -> Mapping[str, str]:
    """Path of a source file that is known not to parse completely -> the reason (faults.toml)."""
    table = tomllib.loads(files(__package__).joinpath("faults.toml").read_text("utf-8"))
    return {row["path"]: row["reason"] for row in table["fault"]}
