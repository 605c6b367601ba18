"""`lawline-train`: makes the models that ship with Lawline."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.errors import KnowledgeError
from knowledge.training.card import write_card
from knowledge.training.model_folder import export_float, write_small
from knowledge.training.recipe import Recipe, train_encoder
from knowledge.training.texts import read_passages, read_questions

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW = click.Path(file_okay=False, path_type=Path)
_USUAL = Recipe()


@click.group()
def train() -> None:
    """Make the small models that ship with Lawline (needs the extra `train` or `dev`)."""


@train.command()
@click.option("--statutes", type=_FILE, multiple=True, required=True, help="JSON lines: id, text, title (.jsonl, .xz).")
@click.option("--questions", type=_FOLDER, required=True, help="Folder with queries.tsv and qrels.tsv.")
@click.option("--answers", type=_FILE, help="JSON lines with id and answer to the same questions.")
@click.option("--out", type=_NEW, required=True, help="Folder that the model is written to.")
@click.option("--scores", type=_FILE, help="Markdown with measured scores, for the model card.")
@click.option("--vocabulary", type=click.IntRange(1_000, 200_000), default=_USUAL.vocabulary, show_default=True)
@click.option("--dimension", type=click.IntRange(16, 1024), default=_USUAL.dimension, show_default=True)
@click.option("--seed", type=int, default=_USUAL.seed, show_default=True)
def encoder(
    statutes: tuple[Path, ...],
    questions: Path,
    answers: Path | None,
    out: Path,
    scores: Path | None,
    vocabulary: int,
    dimension: int,
    seed: int,
) -> None:
    """Train the static encoder."""
    recipe = Recipe(vocabulary=vocabulary, dimension=dimension, seed=seed)
    try:
        passages = [passage for file in statutes for passage in read_passages(file)]
        asked = read_questions(questions, answers)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    with TemporaryDirectory() as cache:
        model = train_encoder(passages, asked, JiebaWords(Path(cache)), recipe, click.echo)
    write_small(model, out)
    data = [*statutes, questions / "queries.tsv", questions / "qrels.tsv", *([answers] if answers else [])]
    write_card(out, recipe, model.tokenizer.get_vocab_size(), data, date.today(), scores)
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
