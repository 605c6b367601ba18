"""`lawline-train reranker` and `lawline-train dense`: fine-tuning of large models, for those who have a GPU."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from knowledge.adapters.neural_models import ModelName
from knowledge.adapters.sentence_encoder import SentenceEncoder
from knowledge.adapters.static_encoder import StaticEncoder
from knowledge.errors import DataError, KnowledgeError
from knowledge.search.asked import carried_bank
from knowledge.search.encoder import DEFAULT_ENCODER
from knowledge.training.bank_questions import bank_questions
from knowledge.training.dense import train_dense
from knowledge.training.fine_tuning import Course, Plan
from knowledge.training.negatives import Lesson, Mining, make_lessons
from knowledge.training.reranker import train_reranker
from knowledge.training.texts import Passage, Question, read_passages, read_questions

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEW = click.Path(file_okay=False, path_type=Path)
_COUNT = click.IntRange(1)
_LORA = 32

_OPTIONS = (
    click.option("--base", required=True, help="The model to start from: a folder, or a name on a hub."),
    click.option("--statutes", type=_FILE, multiple=True, required=True, help="JSON lines: id, text, title."),
    click.option("--questions", type=_FOLDER, multiple=True, help="Folder with queries.tsv and qrels.tsv."),
    click.option("--bank", is_flag=True, help="Learn from the bank of lay questions that Lawline carries, too."),
    click.option("--out", type=_NEW, required=True, help="Folder that the model is written to."),
    click.option("--miner", default="", help="Encoder that finds hard negatives; empty takes the shipped one."),
    click.option("--lora", is_flag=True, help=f"Train matrices of rank {_LORA} instead of every weight."),
    click.option("--frugal", is_flag=True, help="Slower by a third, in a fraction of the memory."),
    click.option("--steps", type=click.IntRange(0), default=0, help="Stop after as many steps; 0 as the epochs say."),
    click.option("--accumulate", type=_COUNT, default=1, show_default=True, help="Batches to a step."),
    click.option("--save-every", type=_COUNT, default=500, show_default=True, help="Steps between checkpoints."),
    click.option("--seed", type=int, default=Plan().seed, show_default=True),
    click.option("--resume", is_flag=True, help="Go on from the last checkpoint of a run that was cut off."),
)


def _trains(epochs: float, batch: int, rate: float, negatives: int, longest: int) -> Callable[..., Any]:
    """The options of both commands, with their usual values."""
    sizes = (
        click.option("--epochs", type=click.FloatRange(0, min_open=True), default=epochs, show_default=True),
        click.option("--batch", type=_COUNT, default=batch, show_default=True, help="Examples to a batch."),
        click.option("--rate", type=click.FloatRange(0, min_open=True), default=rate, show_default=True),
        click.option("--negatives", type=_COUNT, default=negatives, show_default=True, help="Wrong texts a question."),
        click.option("--longest", type=click.IntRange(16), default=longest, show_default=True, help="Tokens a text."),
    )

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed((*_OPTIONS, *sizes)):
            command = option(command)
        return command

    return add


@click.command()
@_trains(epochs=2.0, batch=16, rate=2e-5, negatives=7, longest=512)
def reranker(**options: Any) -> None:
    """Fine-tune a reranker: a classifier (bge-reranker, or a plain BERT) or a language model (Qwen3-Reranker)."""
    _train(train_reranker, options, small=options["batch"])


@click.command()
@_trains(epochs=3.0, batch=128, rate=2e-5, negatives=3, longest=512)
@click.option("--small", type=_COUNT, default=16, show_default=True, help="Examples of a batch in memory at once.")
def dense(small: int, **options: Any) -> None:
    """Fine-tune an encoder: bge, Qwen3-Embedding, or a plain BERT, whose tokens are then averaged."""
    _train(train_dense, options, small)


def _train(make: Callable[[Course, Callable[[str], None]], None], options: dict[str, Any], small: int) -> None:
    plan = Plan(
        epochs=options["epochs"],
        steps=options["steps"],
        batch=options["batch"],
        accumulate=options["accumulate"],
        small=small,
        rate=options["rate"],
        longest=options["longest"],
        lora=_LORA if options["lora"] else 0,
        frugal=options["frugal"],
        save_every=options["save_every"],
        seed=options["seed"],
    )
    try:
        lessons = _lessons(options, Mining(count=options["negatives"], seed=plan.seed))
        click.echo(f"{len(lessons)} questions, {options['negatives']} hard negatives each")
        make(Course(ModelName(options["base"], "--base"), lessons, plan, options["out"], options["resume"]), click.echo)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"written to {options['out']}")


def _lessons(options: dict[str, Any], mining: Mining) -> list[Lesson]:
    passages = [passage for file in options["statutes"] for passage in read_passages(file)]
    questions = [question for folder in options["questions"] for question in read_questions(folder)]
    if options["bank"]:
        questions += bank_questions(carried_bank(), passages)
    if not questions:
        raise DataError("there is nothing to learn from (rule: --questions, --bank, or both)")
    asked, held = _vectors(options["miner"], questions, passages)
    return make_lessons(questions, passages, asked, held, mining)


def _vectors(miner: str, questions: list[Question], passages: list[Passage]) -> tuple[Any, Any]:
    asked, held = [question.text for question in questions], [passage.whole for passage in passages]
    if not miner:
        shipped = StaticEncoder(DEFAULT_ENCODER)
        return shipped.encode(asked), shipped.encode(held)
    encoder = SentenceEncoder(miner, longest=512, setting="--miner")
    return encoder.encode_questions(asked), encoder.encode(held)
