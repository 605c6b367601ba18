"""The whole answer as plain text: what a screen reader, a text message or a log shows."""

from collections.abc import Iterable

from assistant.model import Answer, Handoff, Role, Sentence

_HEADINGS = {
    Role.CONCLUSION: "",
    Role.NOTE: "请注意",
    Role.LAW: "依据",
    Role.STEP: "怎么办",
    Role.DEADLINE: "期限",
    Role.EVIDENCE: "留好证据",
    Role.WHERE: "去哪里办",
}


def plain_text(answer: Answer, handoff: Handoff, notice: str) -> str:
    """The answer with its headings, one sentence a line, the hand-off and the notice last."""
    blocks = [_block(heading, answer.lines(role)) for role, heading in _HEADINGS.items()]
    if answer.missing:
        blocks.append("还需要知道：\n" + "\n".join(f"- {fact}" for fact in answer.missing))
    if handoff.needed:
        lines = f"（{'、'.join(handoff.lines)}）" if handoff.lines else ""
        blocks.append(f"建议由人接手：{handoff.reason}{lines}")
    return "\n\n".join(block for block in (*blocks, notice) if block)


def _block(heading: str, sentences: Iterable[Sentence]) -> str:
    lines = [sentence.text for sentence in sentences]
    if not lines:
        return ""
    return "\n".join(lines) if not heading else f"{heading}：\n" + "\n".join(f"- {line}" for line in lines)
