"""The shipped retrieval on a judged set: over its own passages, or over the installed law."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from eval.corpus import index_corpus, read_corpus
from eval.installed import InstalledSearch
from eval.judged import Judged
from eval.report import Report, report
from eval.run import Progress, Run, run
from eval.views import Views
from knowledge.bootstrap import engines, load_ranker, open_holdings, settings
from knowledge.search.asked import Bank, carried_bank
from knowledge.search.calibrations import SHIPPED_ENCODER
from knowledge.search.confidence import Calibration
from knowledge.search.lexicon.lay import Lexicon, carried_lexicon
from knowledge.search.ranking import Ranker

Bar = Callable[[str], AbstractContextManager[Progress]]
"""Opens a labelled progress bar."""


def over_corpus(file: Path, judged: Judged, lexical_only: bool, bar: Bar, views: Views) -> tuple[Report, Run]:
    """Index the file's passages into a temporary folder and ask the questions."""
    passages = read_corpus(file)
    encoder = None if lexical_only else engines().encoder
    with TemporaryDirectory() as folder:
        with bar("indexing passages") as progress:
            search = index_corpus(passages, engines().words, encoder, Path(folder), progress, **_learned(lexical_only))
        with bar("asking questions") as progress:
            ran = run(search, judged.questions, progress, search.confidence)
    held = {passage.id for passage in passages}
    unheld = sum(id_ not in held for grades in judged.gold.values() for id_ in grades)
    subject = f"{len(passages)} passages of {file.name} {_manner(lexical_only)}"
    with bar("measuring") as progress:
        measured = report(subject, judged, ran, unheld, views)
        progress(1, 1)
    return measured, ran


def over_installed(on: date, judged: Judged, lexical_only: bool, bar: Bar, views: Views) -> tuple[Report, Run]:
    """Ask the questions of the law in force on the day. NothingInstalled where there is none."""
    gold = [id_ for grades in judged.gold.values() for id_ in grades]
    search = InstalledSearch(open_holdings(), on, gold, lexical_only)
    with bar("asking questions") as progress:
        ran = run(search, judged.questions, progress, search.confidence)
    subject = f"the installed law of {on.isoformat()} {_manner(lexical_only)}"
    with bar("measuring") as progress:
        measured = report(subject, judged, ran, search.unheld, views)
        progress(1, 1)
    return measured, ran


def _manner(lexical_only: bool) -> str:
    encoder = None if lexical_only else engines().encoder
    return f"by words ({engines().words.name})" + (f" and meaning ({encoder.name})" if encoder else "")


class _Learned(TypedDict, total=False):
    calibration: Calibration
    bank: Bank
    ranker: Ranker
    lexicon: Lexicon


def _learned(lexical_only: bool) -> _Learned:
    """As the bootstrap has it: calibration and ranker where the shipped encoder searches; words alone are BM25."""
    if lexical_only:
        return {}
    if settings().encoder:
        return {"bank": carried_bank(), "lexicon": carried_lexicon()}
    return {
        "calibration": SHIPPED_ENCODER,
        "bank": carried_bank(),
        "ranker": load_ranker(),
        "lexicon": carried_lexicon(),
    }
