"""`lawline-train`: makes the models that ship with Lawline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.adapters.matter_classifier import MODEL
from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.errors import KnowledgeError
from knowledge.question_bank import QUESTIONS, TIES, read_bank, write_ties
from knowledge.search.asked import carried_bank
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.training.bank_questions import bank_questions
from knowledge.training.card import write_card
from knowledge.training.devices import learner_on
from knowledge.training.model_folder import export_float, write_small
from knowledge.training.neural_cli import dense, reranker
from knowledge.training.ranker import article_shares, popular_of, write_ranker
from knowledge.training.recipe import Recipe, train_encoder
from knowledge.training.texts import Passage, Question, read_passages, read_questions
from knowledge.training.ties import tie
from knowledge.training.trial import Trial, learn_ranker

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW = click.Path(file_okay=False, path_type=Path)
_USUAL = Recipe()


@click.group()
def train() -> None:
    """Make the small models that ship with Lawline (needs the extra `train` or `dev`)."""


_STATUTES = click.option(
    "--statutes", type=_FILE, multiple=True, required=True, help="JSON lines: id, text, title (.jsonl, .xz)."
)
_QUESTIONS = click.option("--questions", type=_FOLDER, required=True, help="Folder with queries.tsv and qrels.tsv.")
_ANSWERS = click.option("--answers", type=_FILE, help="JSON lines with id and answer to the same questions.")
_OUT = click.option("--out", type=_NEW, required=True, help="Folder that the model is written to.")
_SCORES = click.option("--scores", type=_FILE, help="Markdown with measured scores, for the model card.")
_SEED = click.option("--seed", type=int, default=_USUAL.seed, show_default=True)


@dataclass(frozen=True, slots=True)
class _Lessons:
    """What is learned from, with the files that hold it."""

    passages: Sequence[Passage]
    questions: Sequence[Question]
    files: Sequence[Path]


def _read(statutes: Sequence[Path], questions: Path, answers: Path | None) -> _Lessons:
    files = [*statutes, questions / "queries.tsv", questions / "qrels.tsv", *([answers] if answers else [])]
    try:
        passages = [passage for file in statutes for passage in read_passages(file)]
        return _Lessons(passages, read_questions(questions, answers), files)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error


@train.command()
@_STATUTES
@_QUESTIONS
@_ANSWERS
@_OUT
@_SCORES
@click.option("--bank/--no-bank", default=True, help="Learn from the bank of lay questions, too.")
@click.option("--vocabulary", type=click.IntRange(1_000, 200_000), default=_USUAL.vocabulary, show_default=True)
@click.option("--dimension", type=click.IntRange(16, 1024), default=_USUAL.dimension, show_default=True)
@_SEED
@click.option(
    "--device",
    type=click.Choice(["auto", "numpy", "cpu", "cuda"]),
    default="auto",
    show_default=True,
    help="auto: the GPU where PyTorch sees one, else NumPy; cpu: PyTorch on the processor.",
)
def encoder(
    statutes: tuple[Path, ...],
    questions: Path,
    answers: Path | None,
    out: Path,
    scores: Path | None,
    bank: bool,
    vocabulary: int,
    dimension: int,
    seed: int,
    device: str,
) -> None:
    """Train the static encoder."""
    recipe = Recipe(vocabulary=vocabulary, dimension=dimension, seed=seed, learner=learner_on(device, click.echo))
    lessons = _read(statutes, questions, answers)
    banked = bank_questions(carried_bank(), lessons.passages) if bank else []
    with TemporaryDirectory() as cache:
        model = train_encoder(lessons.passages, lessons.questions, banked, JiebaWords(Path(cache)), recipe, click.echo)
    write_small(model, out)
    write_card(out, recipe, model.tokenizer.get_vocab_size(), lessons.files, date.today(), len(banked), scores)
    click.echo(f"written to {out}")


@train.command()
@_STATUTES
@_QUESTIONS
@_ANSWERS
@_OUT
@_SEED
def ranker(statutes: tuple[Path, ...], questions: Path, answers: Path | None, out: Path, seed: int) -> None:
    """Train the ranker, by five parts of the questions each judged with an encoder that has not seen it."""
    lessons = _read(statutes, questions, answers)
    with TemporaryDirectory() as folder:
        words = JiebaWords(Path(folder))
        trial = Trial.begin(
            lessons.passages,
            carried_bank(),
            words,
            Recipe(seed=seed),
            Path(folder) / "trial",
            click.echo,
        )
        trees, prior = learn_ranker(trial, lessons.questions, click.echo)
    shares = article_shares(question.gold for question in lessons.questions)
    write_ranker(trees, prior, out, popular_of(shares, lessons.passages))
    click.echo(f"written to {out}")


@train.command()
@click.option("--library", type=_FILE, required=True, help="library.sqlite of a build.")
@click.option("--questions", type=_FOLDER, default=QUESTIONS, help="The bank's folder; that of Lawline where left out.")
def ties(library: Path, questions: Path) -> None:
    """Tie the bank's questions to the wordings they were written from, in the bank's ties.tsv."""
    try:
        made = list(tie(list(read_bank(questions)), SqliteLibrary(library)))
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    write_ties(made, questions / TIES)
    click.echo(f"{len(made)} articles tied")


@train.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, help="The model's file.")
@_SEED
def matters(out: Path, seed: int) -> None:
    """Train the classifier of services and matters (needs the extra `train`)."""
    if find_spec("torch") is None:
        raise click.ClickException("matters needs PyTorch (rule: install lawline[train])")
    from knowledge.training.matter_model import train_matters
    from knowledge.training.matter_network import Plan

    try:
        train_matters(StaticEncoder(DEFAULT_ENCODER), out, Plan(seed=seed), click.echo)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"written to {out}")


@train.command()
@click.argument("model", type=_FOLDER)
@click.argument("folder", type=_NEW)
def export(model: Path, folder: Path) -> None:
    """Write MODEL as float32 into FOLDER for sentence-transformers."""
    try:
        export_float(model, folder)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"written to {folder}")


train.add_command(reranker)
train.add_command(dense)
