"""The one JSON of a reply, the same for the command line, HTTP and the evaluation."""

from typing import Any

from assistant.model import Answer, Citation, Handoff, Reply, Role, Sentence
from assistant.steps import Step

Json = dict[str, Any]


def reply_json(reply: Reply) -> Json:
    """The reply as JSON values; `citations.from`/`to` are ISO days, `to` exclusive, null where open or unknown.

    `notice` holds every warning.
    """
    question, answer = reply.question, reply.answer
    return {
        "answer_id": reply.answer_id,
        "conversation": reply.conversation,
        "day": question.day.isoformat(),
        "region": question.region,
        "service": question.service.value,
        "matter": question.matter,
        "conclusion": "".join(sentence.text for sentence in answer.lines(Role.CONCLUSION)),
        "citations": [_citation(citation) for citation in answer.citations],
        "steps": _steps(answer),
        "missing": list(answer.missing),
        "offers": [{"kind": offer.kind, "id": offer.id, "label": offer.label} for offer in answer.offers],
        "step": step_json(reply.step) if reply.step else None,
        "handoff": _handoff(reply.handoff),
        "degraded": bool(answer.degraded),
        "removed": answer.removed,
        "notice": "".join([*(note.text for note in answer.lines(Role.NOTE)), reply.notice]),
        "text": reply.text,
        "related": list(reply.related),
    }


def step_json(step: Step) -> Json:
    """The next question of a running interview; `kind` says what input fits it, `understood` what may be corrected."""
    return {
        "interview": step.interview,
        "title": step.title,
        "id": step.id,
        "question": step.question,
        "why": step.why,
        "kind": step.kind,
        "choices": [{"id": choice.id, "label": choice.label} for choice in step.choices],
        "unit": step.unit,
        "skippable": step.skippable,
        "understood": [{"id": one.id, "label": one.label, "said": one.said} for one in step.understood],
        "done": step.done,
        "total": step.total,
    }


def sentence_json(sentence: Sentence) -> Json:
    """One verified sentence, as the stream sends it."""
    return {
        "role": sentence.role.value,
        "origin": sentence.origin.value,
        "text": sentence.text,
        "law": [str(ref) for ref in sentence.cites],
    }


def _citation(citation: Citation) -> Json:
    return {
        "ref": str(citation.ref),
        "law": citation.law,
        "quote": citation.quote,
        "from": citation.start.isoformat() if citation.start else None,
        "to": citation.end.isoformat() if citation.end else None,
        "status": citation.status,
        "verified": citation.verified,
    }


def _steps(answer: Answer) -> list[Json]:
    """The sums, what to do, by when, what to keep, where to go: one list, each with its kind."""
    kinds = (Role.SUM, Role.STEP, Role.DEADLINE, Role.EVIDENCE, Role.WHERE)
    return [
        {"kind": role.value, "text": sentence.text, "law": [str(ref) for ref in sentence.cites]}
        for role in kinds
        for sentence in answer.lines(role)
    ]


def _handoff(handoff: Handoff) -> Json:
    return {
        "needed": handoff.needed,
        "desk": handoff.desk,
        "urgency": handoff.urgency.value,
        "reason": handoff.reason,
        "lines": list(handoff.lines),
    }
