"""Fine-tuning of an encoder: questions move towards the passages that answer them, away from hard and chance negatives.

The multiple negatives ranking loss with its gradients cached (Gao et al., RepL4NLP 2021), so that a batch may be larger
than the memory: the more chance negatives, the better.
"""

from typing import Any

from knowledge.adapters.sentence_encoder import Prompts, published_prompts
from knowledge.training.fine_tuning import Course, Say, arguments, run, set_seed, spare_memory, weight_type, write
from knowledge.training.lora import lay_matrices, merge_matrices, trainer_of

SCALE = 50.0
"""Cosines are multiplied by it, which is a temperature of 0.02, as the bge models were tuned with."""


def train_dense(course: Course, say: Say) -> None:
    """Train and write the model to `course.out`; SentenceTransformer(folder) and SentenceEncoder(folder) load it.

    The prompts of the base's family are used and written into the model's settings. Errors as `train_reranker`.
    """
    with course.base.loading("train"):
        from datasets import Dataset
        from sentence_transformers import SentenceTransformerTrainer, SentenceTransformerTrainingArguments
        from sentence_transformers.sentence_transformer.losses import CachedMultipleNegativesRankingLoss

        set_seed(course.plan)
        model = _load_base(course)
        spare_memory(model, course.plan)
        matrices = lay_matrices(model, course.plan.lora) if course.plan.lora else None
    rows = _rows(course)
    # Without duplicates: the same article twice in a batch would be a negative of its own question.
    settings = {**arguments(course), "prompts": _column_prompts(model, rows), "batch_sampler": "no_duplicates"}
    kind = trainer_of(SentenceTransformerTrainer, matrices) if matrices else SentenceTransformerTrainer
    trainer = kind(
        model=model,
        args=SentenceTransformerTrainingArguments(**settings),
        train_dataset=Dataset.from_dict(rows),
        loss=CachedMultipleNegativesRankingLoss(model, scale=SCALE, mini_batch_size=course.plan.small),
    )
    run(trainer, course, say)
    if matrices:
        merge_matrices(model, matrices)
    write(model, course)


def _rows(course: Course) -> dict[str, list[str]]:
    """Columns question, right, wrong_1 … wrong_n: one row for each right text."""
    rows = [(lesson.question, text, *lesson.wrong) for lesson in course.lessons for text in lesson.right]
    names = ["question", "right", *(f"wrong_{number + 1}" for number in range(len(rows[0]) - 2))]
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def _column_prompts(model: Any, columns: dict[str, list[str]]) -> dict[str, str]:
    return {name: model.prompts.get("query" if name == "question" else "document") or "" for name in columns}


def _load_base(course: Course) -> Any:
    from sentence_transformers import SentenceTransformer

    base, plan = course.base, course.plan
    wanted = published_prompts(base.name)
    model = SentenceTransformer(
        base.name,
        prompts=_as_saved(wanted) if wanted else None,
        local_files_only=base.local,
        model_kwargs={"dtype": weight_type(plan)},
    )
    model.max_seq_length = min(model.max_seq_length or plan.longest, plan.longest)
    return model


def _as_saved(prompts: Prompts) -> dict[str, str]:
    return {"query": prompts.question, "document": prompts.passage}
