"""The whole answer as plain text: what a screen reader, a text message or a log shows."""

from collections.abc import Iterable

from assistant.model import Answer, Handoff, Role, Sentence
from assistant.steps import Step

_HEADINGS = {
    Role.CONCLUSION: "",
    Role.NOTE: "请注意",
    Role.SUM: "算一算",
    Role.LAW: "依据",
    Role.STEP: "怎么办",
    Role.DEADLINE: "期限",
    Role.EVIDENCE: "留好证据",
    Role.WHERE: "去哪里办",
}


def plain_text(answer: Answer, handoff: Handoff, notice: str, step: Step | None = None) -> str:
    """The answer with its headings, one sentence a line, the hand-off, the interview's question; the notice last."""
    blocks = [_block(heading, answer.lines(role)) for role, heading in _HEADINGS.items()]
    if answer.missing:
        blocks.append("还需要知道：\n" + "\n".join(f"- {fact}" for fact in answer.missing))
    if handoff.needed:
        lines = f"（{'、'.join(handoff.lines)}）" if handoff.lines else ""
        blocks.append(f"建议由人接手：{handoff.reason}{lines}")
    if step:
        blocks.append(_asked(step))
    return "\n\n".join(block for block in (*blocks, notice) if block)


def _asked(step: Step) -> str:
    """The question with its numbered answers, as somebody without buttons reads it."""
    choices = [f"{number}. {choice.label}" for number, choice in enumerate(step.choices, 1)]
    ways = "（不知道的可以说「不知道」）" if step.skippable else ""
    return "\n".join([f"{step.question}{ways}", *choices])


def _block(heading: str, sentences: Iterable[Sentence]) -> str:
    lines = [sentence.text for sentence in sentences]
    if not lines:
        return ""
    return "\n".join(lines) if not heading else f"{heading}：\n" + "\n".join(f"- {line}" for line in lines)
