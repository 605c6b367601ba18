"""`lawline-eval`: measures Lawline on anybody's questions."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from eval.errors import BadSet, EvalError
from eval.judged import read_judged
from eval.lines import columns_of
from eval.trec import write_run
from knowledge import KnowledgeError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(dir_okay=False, path_type=Path)
_STEPS = 200  # redraws of a progress bar
_DAY = click.DateTime(["%Y-%m-%d"])


class _Data(click.ClickException):
    """Statutes or index are missing or broken: exit code 4, as `lawline` has it."""

    exit_code = 4


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def evaluate() -> None:
    """Measure Lawline on anybody's questions."""


@evaluate.command()
@click.option("--corpus", type=_FILE, help='Passages, JSON lines {"id", "text"} (.jsonl, .jsonl.xz).')
@click.option("--queries", type=_FILE, required=True, help="Questions: id, question, between tabs.")
@click.option("--qrels", type=_FILE, required=True, help="Gold: question's id, passage's id, grade, between tabs.")
@click.option("--run", "run_file", type=_NEW, help="Write the ranking as a TREC run file.")
@click.option("--json", "json_file", type=_NEW, help="Write the measures as JSON.")
@click.option("--on", type=_DAY, help="Day of the installed law; today where left out.")
@click.option("--lexical-only", is_flag=True, help="Search by words alone, without the encoder.")
def retrieval(
    corpus: Path | None,
    queries: Path,
    qrels: Path,
    run_file: Path | None,
    json_file: Path | None,
    on: datetime | None,
    lexical_only: bool,
) -> None:
    """Run the shipped retrieval on a set: over --corpus, or over the installed law of a day.

    Prints R@5/10/20/50/100, MRR@10 and nDCG@10 with 95 % intervals, and latency in milliseconds.
    """
    if corpus and on:
        raise click.UsageError("--on is a day of the installed law: leave it or --corpus out")
    _demand_measures()
    from eval.retrieval import over_corpus, over_installed

    with _plain_errors():
        judged = read_judged(queries, qrels)
        if corpus:
            measured, ran = over_corpus(corpus, judged, lexical_only, _bar)
        else:
            measured, ran = over_installed(on.date() if on else _today(), judged, lexical_only, _bar)
        if run_file and (spaced := write_run(run_file, ran.found)):
            click.echo(f"{run_file}: {spaced} ids hold a space; read the columns between tabs", err=True)
    if json_file:
        json_file.write_text(json.dumps(measured.json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    click.echo(measured.text())


@evaluate.command()
@click.option("--queries", type=_FILE, required=True, help="Questions: id, question, between tabs.")
@click.option("--out", type=_NEW, required=True, help='Write JSON lines {"id", "question", "reply"}.')
def replies(queries: Path, out: Path) -> None:
    """Ask every question and write the whole replies: the same JSON that `lawline ask --json` and HTTP give."""
    from eval.replies import write_replies

    with _plain_errors(), _bar("asking") as progress:
        questions = [(key, question) for _, (key, question) in columns_of(queries, 2)]
        count = write_replies(questions, out, progress)
    click.echo(f"{count} replies in {out}")


def _demand_measures() -> None:
    """The light core has no ir-measures."""
    if find_spec("ir_measures") is None:
        raise click.ClickException("ir-measures is not installed: pip install 'lawline[eval]'")


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error; where that is no terminal, its label alone."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as drawn:

        def progress(done: int, total: int) -> None:
            drawn.length = total
            if done == total or done - drawn.pos >= total / _STEPS:
                drawn.update(done - drawn.pos)

        yield progress


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Our errors as one plain line: 2 for a set that breaks its form, 4 for data that are not there."""
    try:
        yield
    except BadSet as error:
        raise click.UsageError(str(error)) from error
    except (EvalError, KnowledgeError) as error:
        raise _Data(str(error)) from error


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
