"""The form of an interview's question: what input fits it, and what the buttons say."""

from dataclasses import dataclass

from assistant.steps import Step, Understood

_INPUTS = {
    "date": ("date", "", ""),
    "money": ("text", "decimal", "比如 6500"),
    "number": ("text", "decimal", "填一个数"),
    "share": ("text", "text", "比如 30% 或者三成"),
    "span": ("text", "text", "比如 3年6个月"),
    "region": ("text", "text", "比如 上海"),
    "text": ("text", "text", ""),
}
"""By kind: the input's type, its keyboard, and an example."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """The question as a form. `answers` are buttons; `type` is empty where buttons are all."""

    title: str
    question: str
    why: str
    answers: tuple[str, ...]
    type: str
    keyboard: str
    example: str
    unit: str
    skippable: bool
    understood: tuple[Understood, ...]
    done: int
    total: int


def step_form(step: Step) -> StepForm:
    """The form of the next question of an interview."""
    answers = ("是", "否") if step.kind == "flag" else tuple(choice.label for choice in step.choices)
    kind, keyboard, example = _INPUTS.get(step.kind, ("", "", ""))
    return StepForm(
        title=step.title,
        question=step.question,
        why=step.why,
        answers=answers,
        type=kind,
        keyboard=keyboard,
        example=example,
        unit="元" if step.kind == "money" else step.unit,
        skippable=step.skippable,
        understood=step.understood,
        done=step.done,
        total=step.total,
    )
