"""Fine-tuning of large models, whatever they are: the plan, its seed, its curve, its checkpoints (extra `train`)."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from knowledge.adapters.neural_models import ModelName
from knowledge.errors import FolderUnusable
from knowledge.training.negatives import Lesson

RECORD, CURVE = "training.json", "curve.jsonl"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how boldly to train.

    `steps` cuts the epochs short, where it is not 0. A step sees `batch` times `accumulate` examples; `small` of them
    are held in memory at once where the loss allows it. `longest` is in tokens; `lora` the rank of the matrices that
    alone are trained, 0 to train every weight. `frugal` computes activations twice instead of keeping them: slower, in
    a fraction of the memory.
    """

    epochs: float = 2.0
    steps: int = 0
    batch: int = 16
    accumulate: int = 1
    small: int = 16
    rate: float = 2e-5
    longest: int = 512
    lora: int = 0
    frugal: bool = False
    save_every: int = 500
    seed: int = 20260101


@dataclass(frozen=True, slots=True)
class Course:
    """What is trained on what, and where the model goes; checkpoints lie beside it until it is written."""

    base: ModelName
    lessons: Sequence[Lesson]
    plan: Plan
    out: Path
    resume: bool = False

    @property
    def checkpoints(self) -> Path:
        """The folder of checkpoints and curve: the model's with `.checkpoints` after it."""
        return self.out.with_name(f"{self.out.name}.checkpoints")

    def record(self) -> dict[str, Any]:
        """What the result depends on, besides machine and library versions."""
        lessons = hashlib.sha256()
        for lesson in self.lessons:
            lessons.update(json.dumps(asdict(lesson), ensure_ascii=False).encode())
        return {
            "base": self.base.name,
            "base_digest": self.base.digest(),
            "lessons": len(self.lessons),
            "lessons_digest": lessons.hexdigest()[:12],
            **asdict(self.plan),
        }


def open_checkpoints(course: Course) -> Path | None:
    """The checkpoint to go on from, if there is one and `resume` asks for it; else the folder is made.

    FolderUnusable where checkpoints of an earlier run are in the way, or are of another plan, base or data.
    """
    record, folder = course.record(), course.checkpoints
    if (folder / RECORD).is_file():
        if not course.resume:
            raise FolderUnusable(f"{folder} holds an earlier run: go on with --resume, or remove the folder")
        if json.loads((folder / RECORD).read_text("utf-8")) != record:
            raise FolderUnusable(
                f"{folder} holds a run of another base, plan or data (rule: --resume goes on with the same)"
            )
        return max(folder.glob("checkpoint-*"), key=lambda path: int(path.name.rpartition("-")[2]), default=None)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_text(json.dumps(record, indent=2), "utf-8")
    return None


def set_seed(plan: Plan) -> None:
    """Before the base is loaded, for a head that it lacks is made up at random."""
    import transformers

    transformers.set_seed(plan.seed)


def weight_type(plan: Plan) -> Any:
    """float32, of which a GPU computes in bfloat16; bfloat16 for what LoRA freezes on a GPU, in half of the memory."""
    import torch

    return torch.bfloat16 if plan.lora and _halves() else torch.float32


def arguments(course: Course) -> dict[str, Any]:
    """Arguments for the trainers of sentence-transformers."""
    import torch

    plan = course.plan
    return {
        "output_dir": str(course.checkpoints),
        "num_train_epochs": plan.epochs,
        "max_steps": plan.steps or -1,
        "per_device_train_batch_size": plan.batch,
        "gradient_accumulation_steps": plan.accumulate,
        "learning_rate": plan.rate,
        "warmup_steps": 0.05,  # a share of all steps
        "lr_scheduler_type": "cosine",
        "bf16": _halves(),
        "dataloader_pin_memory": torch.cuda.is_available(),
        "seed": plan.seed,
        "data_seed": plan.seed,
        "logging_steps": min(10, plan.save_every),
        "save_strategy": "steps",
        "save_steps": plan.save_every,
        "save_total_limit": 2,
        "report_to": "none",
        "disable_tqdm": True,
    }


def _halves() -> bool:
    import torch

    return torch.cuda.is_available() and torch.cuda.is_bf16_supported()


def spare_memory(model: Any, plan: Plan) -> None:
    """Where the plan is frugal: activations of the transformer are computed anew on the way back."""
    if plan.frugal:
        inner = model[0].model
        # transformers 5.24 renamed it; the trainers' argument was renamed with it.
        enable = getattr(inner, "activation_checkpointing_enable", None) or inner.gradient_checkpointing_enable
        enable({"use_reentrant": False})


def run(trainer: Any, course: Course, say: Say) -> None:
    """Train, from the last checkpoint where there is one to go on from; every line of the curve is kept and said."""
    from transformers import PrinterCallback

    checkpoint = open_checkpoints(course)
    say(f"training on {trainer.args.device}, " + (f"on from {checkpoint.name}" if checkpoint else "from the start"))
    trainer.remove_callback(PrinterCallback)
    trainer.add_callback(_curve(course.checkpoints / CURVE, say))
    trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)


def _curve(file: Path, say: Say) -> Any:
    from transformers import TrainerCallback

    class Curve(TrainerCallback):  # type: ignore[misc, unused-ignore]
        """Appends each step's figures to a file of JSON lines."""

        def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **_: Any) -> None:
            line = {"step": state.global_step, **logs}
            with file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(line) + "\n")
            if "loss" in logs:
                say(f"step {state.global_step} of {state.max_steps}, loss {logs['loss']:.4f}")

    return Curve()


def write(model: Any, course: Course) -> None:
    """Write the trained model with the record and the curve; sentence-transformers and the adapters load the folder."""
    model.save_pretrained(str(course.out))
    (course.out / RECORD).write_text(json.dumps(course.record(), indent=2), "utf-8")
    (course.out / CURVE).write_bytes((course.checkpoints / CURVE).read_bytes())
