"""Fine-tuning of a reranker: a classifier, or a language model that says yes or no.

Binary cross-entropy over single pairs: for a classifier of one logit, and for log-odds of `yes` over `no` it is the
objective that Qwen3-Reranker was tuned with (supervised, on the two words).
"""

from typing import Any

from knowledge.adapters.causal_reranker import give_template
from knowledge.adapters.neural_models import ModelName
from knowledge.adapters.rerankers import is_causal
from knowledge.training.fine_tuning import Course, Say, arguments, run, set_seed, spare_memory, weight_type, write
from knowledge.training.lora import lay_matrices, merge_matrices, trainer_of


def train_reranker(course: Course, say: Say) -> None:
    """Train and write the model to `course.out`; CrossEncoder(folder) and `open_reranker(folder)` load it.

    BadSetting where the base cannot be loaded or the extra `train` is missing, or where LoRA is asked for a base
    without a head; FolderUnusable where an earlier run is in the way.
    """
    with course.base.loading("train"):
        from datasets import Dataset
        from sentence_transformers.cross_encoder import CrossEncoderTrainer, CrossEncoderTrainingArguments
        from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss
        from torch import tensor

        set_seed(course.plan)
        model = _load_base(course)
        spare_memory(model, course.plan)
        matrices = lay_matrices(model, course.plan.lora) if course.plan.lora else None
    pairs = _pairs(course)
    right = sum(pairs["label"])
    kind = trainer_of(CrossEncoderTrainer, matrices) if matrices else CrossEncoderTrainer
    trainer = kind(
        model=model,
        args=CrossEncoderTrainingArguments(**arguments(course)),
        train_dataset=Dataset.from_dict(pairs),
        loss=BinaryCrossEntropyLoss(model, pos_weight=tensor((len(pairs["label"]) - right) / right)),
    )
    run(trainer, course, say)
    if matrices:
        merge_matrices(model, matrices)
    write(model, course)


def _pairs(course: Course) -> dict[str, list[Any]]:
    """Columns question, text, label: every right and every wrong text once."""
    rows = [
        (lesson.question, text, label)
        for lesson in course.lessons
        for label, texts in ((1.0, lesson.right), (0.0, lesson.wrong))
        for text in texts
    ]
    questions, texts, labels = zip(*rows, strict=True)
    return {"question": list(questions), "text": list(texts), "label": list(labels)}


def _load_base(course: Course) -> Any:
    from sentence_transformers import CrossEncoder

    base, plan = course.base, course.plan
    causal = is_causal(base)
    model = CrossEncoder(
        base.name,
        num_labels=None if causal else 1,
        local_files_only=base.local,
        model_kwargs={"dtype": weight_type(plan)},
        processor_kwargs={"chat_template": _template(base)} if causal else None,
    )
    kinds = model.config.architectures or []
    if plan.lora and not causal and not any(kind.endswith("ForSequenceClassification") for kind in kinds):
        raise base.wrong("has no head (rule: LoRA trains a reranker; without --lora a head is made and trained too)")
    model.max_seq_length = min(model.max_seq_length or plan.longest, plan.longest)
    return model


def _template(base: ModelName) -> str:
    """The chat template; sentence-transformers reads from it, while it loads, how messages are to be laid out."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(base.name, local_files_only=base.local)
    give_template(tokenizer, base)
    return str(tokenizer.chat_template)
