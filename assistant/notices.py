"""The notice under an answer: that an AI wrote it, for which day it holds, and in what way it is degraded."""

from collections.abc import Iterable

from assistant.model import Answer, Evidence, Origin, Question, Sentence
from assistant.phrases import day_words
from knowledge import Status

AI_LABEL = "AI生成：本回答由人工智能整理，供您参考，不能代替律师的意见。"
"""Explicit label of generated text (GB 45438-2025)."""

_DEGRADED = {
    "starter": "降级：没有安装法律条文，只有入门指南，条文没有逐条核对。",
    "store": "降级：本次对话没有保存成功，请自己留一份。",
    "generator": "降级：语言模型没有答完，下面只引用法律原文和指南。",
    "index": "降级：法律检索还没有建好，只能查指南和指名的条文。",
}


def degraded_by(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The marks of degradation that the fixed sentences shown carry."""
    phrases = (s.source for s in sentences if s.origin is Origin.PHRASE)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase in _DEGRADED))


def notice_of(question: Question, answer: Answer, evidence: Evidence) -> str:
    """Every sentence that must stand under this answer, as one text."""
    parts = [_DEGRADED[mark] for mark in answer.degraded]
    if question.day != question.today:
        parts.append(f"按{day_words(question.day)}当天有效的法律回答。")
        parts.extend(_difference(answer, evidence))
    if answer.removed:
        parts.append(f"有{answer.removed}句没有通过核对，没有显示。")
    return "".join((*parts, evidence.reach, AI_LABEL))


def _difference(answer: Answer, evidence: Evidence) -> list[str]:
    """That today's law differs, article by article, for the articles that the answer cites."""
    cited = {citation.ref for citation in answer.citations}
    changed = [finding for finding in evidence.changed if finding.ref in cited]
    ended = [f"《{f.ref.law}》{f.ref.place}" for f in changed if f.status is Status.ENDED]
    altered = [f"《{f.ref.law}》{f.ref.place}" for f in changed if f.status is not Status.ENDED]
    parts = []
    if ended:
        parts.append(f"今天已经不再适用：{'、'.join(dict.fromkeys(ended))}。")
    if altered:
        parts.append(f"今天的规定和当时不同：{'、'.join(dict.fromkeys(altered))}。")
    return parts
