"""`lawline-eval`: measures Lawline on anybody's questions."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from eval import options
from eval.lines import columns_of
from eval.options import FILE, NEW
from eval.terminal import bar, demand_measures, plain_errors
from eval.view_files import ViewFiles

if TYPE_CHECKING:
    from eval.judged import Judged
    from eval.report import Report
    from eval.run import Run
    from eval.views import Views

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def evaluate() -> None:
    """Measure Lawline on anybody's questions."""


@evaluate.command()
@click.option("--corpus", type=FILE, help='Passages, JSON lines {"id", "text"} (.jsonl, .jsonl.xz).')
@options.queries
@options.qrels
@click.option("--run", "run_file", type=NEW, help="Write the ranking as a TREC run file.")
@click.option("--confidence", "confidence_file", type=NEW, help="Write how sure it was: question's id, confidence.")
@options.as_json
@options.as_page
@click.option("--on", type=_DAY, help="Day of the installed law; today where left out.")
@click.option("--lexical-only", is_flag=True, help="Search by words alone, without the encoder.")
@options.views
def retrieval(
    corpus: Path | None,
    queries: Path,
    qrels: Path,
    run_file: Path | None,
    confidence_file: Path | None,
    json_file: Path | None,
    html_file: Path | None,
    on: datetime | None,
    lexical_only: bool,
    views: ViewFiles,
) -> None:
    """Run the shipped retrieval on a set: over --corpus, or over the installed law of a day.

    Prints R@5/10/20/50/100, MRR@10 and nDCG@10 with 95 % intervals, and latency in milliseconds.
    """
    if corpus and on:
        raise click.UsageError("--on is a day of the installed law: leave it or --corpus out")
    demand_measures()
    from eval.confidence import write_confidence
    from eval.judged import read_judged
    from eval.retrieval import over_corpus, over_installed
    from eval.views import read_views

    with plain_errors():
        judged = read_judged(queries, qrels)
        seen = read_views(views, judged)
        if corpus:
            measured, ran = over_corpus(corpus, judged, lexical_only, bar, seen)
        else:
            measured, ran = over_installed(on.date() if on else _today(), judged, lexical_only, bar, seen)
        if run_file:
            _write_run(run_file, ran)
        if confidence_file:
            write_confidence(confidence_file, ran.confidence)
    _tell(measured, judged, ran, seen, json_file, html_file)


@evaluate.command()
@click.option("--run", "run_file", type=FILE, required=True, help="A ranking, as a TREC run file.")
@options.texts
@options.qrels
@click.option("--confidence", "confidence_file", type=FILE, help="How sure the run was: question's id, confidence.")
@options.as_json
@options.as_page
@options.views
def score(
    run_file: Path,
    queries: Path | None,
    qrels: Path,
    confidence_file: Path | None,
    json_file: Path | None,
    html_file: Path | None,
    views: ViewFiles,
) -> None:
    """Measure a run file, whoever made it, without searching."""
    demand_measures()
    from eval.judged import read_judged
    from eval.scoring import score_run
    from eval.views import read_views

    with plain_errors(), bar("measuring") as progress:
        judged = read_judged(queries, qrels)
        seen = read_views(views, judged)
        progress(1, 2)
        measured, ran = score_run(run_file, confidence_file, judged, seen)
        progress(2, 2)
    _tell(measured, judged, ran, seen, json_file, html_file)


@evaluate.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@options.texts
@options.qrels
@options.by
@options.as_json
@options.as_page
def compare(
    before: Path,
    after: Path,
    queries: Path | None,
    qrels: Path,
    by: str,
    json_file: Path | None,
    html_file: Path | None,
) -> None:
    """Compare two TREC run files: paired tests, and gains and losses question by question."""
    demand_measures()
    from eval.judged import read_judged
    from eval.page import comparison_page
    from eval.scoring import compare_runs

    with plain_errors(), bar("comparing") as progress:
        compared = compare_runs(before, after, read_judged(queries, qrels), by)
        progress(1, 1)
    _write_json(json_file, compared.json())
    if html_file:
        html_file.write_text(comparison_page(compared, _today()), encoding="utf-8")
    click.echo(compared.text())


@evaluate.command()
@options.queries
@click.option(
    "--against",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Other questions, as --queries or a folder of the bank; --queries itself where left out.",
)
@click.option("--limit", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Alike is more than this.")
@options.as_json
def leakage(queries: Path, against: tuple[Path, ...], limit: float, json_file: Path | None) -> None:
    """Find questions that are nearly the same as others: Jaccard similarity of character 4-grams."""
    from eval.judged import read_others, read_questions
    from eval.leakage import duplicates_within, near_duplicates
    from eval.leaks import Leaks

    with plain_errors():
        asked = read_questions(queries)
        others = {file: read_others(file) for file in against}
    found = []
    for file, texts in others.items():
        with bar(f"against {file.name}") as progress:
            pairs = near_duplicates(asked.items(), texts.items(), progress, limit)
        found.append(Leaks(str(file), len(asked), limit, tuple(pairs)))
    if not against:
        with bar("within itself") as progress:
            pairs = duplicates_within(asked.items(), progress, limit)
        found.append(Leaks("itself", len(asked), limit, tuple(pairs), within=True))
    _write_json(json_file, [leaks.json() for leaks in found])
    click.echo("\n".join(leaks.text() for leaks in found))


@evaluate.command()
@options.queries
@click.option("--count", type=click.IntRange(2), default=5, show_default=True, help="How many folds.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Seed of the draw.")
@click.option("--name", help="Name of the set; that of the file's folder where left out.")
@click.option("--out", type=NEW, required=True, help="Write the folds as TOML, ids alone.")
def folds(queries: Path, count: int, seed: int, name: str | None, out: Path) -> None:
    """Draw folds of a set's questions, the same at every call."""
    from eval.fold_file import draw_folds, write_folds
    from eval.judged import read_questions

    with plain_errors():
        drawn = draw_folds(name or queries.absolute().parent.name, read_questions(queries), count, seed)
        write_folds(out, drawn)
    sizes = ", ".join(str(len(group)) for group in drawn.groups(drawn.of).values())
    click.echo(f"{count} folds of {sizes} questions in {out}")


@evaluate.command()
@options.qrels
@click.option("--out", type=NEW, required=True, help="Write TREC qrels: question, 0, passage, grade.")
def qrels(qrels: Path, out: Path) -> None:
    """Write gold as TREC tools read it."""
    from eval.judged import read_grades
    from eval.trec import write_qrels

    with plain_errors():
        grades = read_grades(qrels)
        _warn_spaced(out, write_qrels(out, grades))
    click.echo(f"{sum(map(len, grades.values()))} grades of {len(grades)} questions in {out}")


@evaluate.command()
@options.queries
@click.option("--out", type=NEW, required=True, help='Write JSON lines {"id", "question", "reply"}.')
def replies(queries: Path, out: Path) -> None:
    """Ask every question and write the whole replies: the same JSON that `lawline ask --json` and HTTP give."""
    from eval.replies import write_replies

    with plain_errors(), bar("asking") as progress:
        questions = [(key, question) for _, (key, question) in columns_of(queries, 2)]
        count = write_replies(questions, out, progress)
    click.echo(f"{count} replies in {out}")


@evaluate.command()
@click.argument("labelled", type=FILE)
@options.as_json
def entities(labelled: Path, json_file: Path | None) -> None:
    """Read the entities of labelled utterances: precision, recall and F1 by kind, where value and words fit."""
    from assistant.understanding.entities import entities as read
    from eval.entities import score_entities
    from eval.labelled import read_labelled

    with plain_errors():
        report = score_entities(read_labelled(labelled), read)
    _write_json(json_file, report.json())
    click.echo(report.text())


@evaluate.command()
@click.option("--held-out", is_flag=True, help="Score sentences kept apart; their misses have been read since.")
@click.option("--rounds", type=click.IntRange(1), default=16, show_default=True, help="How often slots are filled.")
@click.option("--seed", type=int, default=2026, show_default=True, help="Seed of the made-up values.")
@options.as_json
def privacy(held_out: bool, rounds: int, seed: int, json_file: Path | None) -> None:
    """Find made-up personal data in hand-written sentences: recall and precision by kind."""
    from eval.personal_set import carriers, negatives
    from eval.privacy import score_privacy
    from knowledge.privacy import find

    with plain_errors():
        sentences = [*carriers(held_out, seed, rounds), *negatives(held_out, seed, rounds)]
        report = score_privacy(sentences, find)
    _write_json(json_file, report.json())
    click.echo(report.text())


@evaluate.command()
@click.argument("labelled", type=FILE)
@options.as_json
def matters(labelled: Path, json_file: Path | None) -> None:
    """Tell services and matters of labelled utterances: accuracy and macro-F1 of services, fields and matters."""
    from eval.installed_matters import tell
    from eval.matters import read_utterances, score_matters

    with plain_errors():
        report = score_matters(read_utterances(labelled), tell)
    _write_json(json_file, report.json())
    click.echo(report.text())


@evaluate.command()
@click.argument("questions", type=FILE)
@click.option("--categories", "mapping", type=FILE, help="Matters by category (TOML); LawBench 2-4 if left out.")
@options.as_json
def categories(questions: Path, mapping: Path | None, json_file: Path | None) -> None:
    """Sort questions into somebody else's categories by their matters: accuracy (LawBench task 2-4)."""
    from eval.categories import LAWBENCH, read_categories, read_sorted, score_categories
    from eval.installed_matters import tell

    with plain_errors():
        report = score_categories(read_sorted(questions), tell, read_categories(mapping or LAWBENCH))
    _write_json(json_file, report.json())
    click.echo(report.text())


def _tell(
    measured: "Report", judged: "Judged", ran: "Run", views: "Views", json_file: Path | None, html_file: Path | None
) -> None:
    """Write what was asked for, and print the report."""
    from eval.page import report_page

    _write_json(json_file, measured.json())
    if html_file:
        against = views.against[1] if views.against else None
        html_file.write_text(report_page(measured, judged, ran, _today(), against), encoding="utf-8")
    click.echo(measured.text())


def _write_run(file: Path, ran: "Run") -> None:
    from eval.trec import write_run

    _warn_spaced(file, write_run(file, ran.found))


def _warn_spaced(file: Path, count: int) -> None:
    if count:
        click.echo(f"{file}: {count} ids hold a space; read the columns between tabs", err=True)


def _write_json(file: Path | None, values: Any) -> None:
    if file:
        file.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
