"""A working as text for people and as JSON for machines."""

from datetime import date
from decimal import Decimal

from assistant.calculators.model import Calculator, Line, Wanting, Working
from assistant.facts.model import Fact


def working_text(calculator: Calculator, working: Working) -> str:
    """The working line by line, each with what it rests on, then what it leaves open."""
    lines = [calculator.name, ""]
    for number, line in enumerate(working.lines, 1):
        rests = "；".join(part for part in ("、".join(line.cites), line.source) if part)
        lines.append(f"{number}. {line.label}：{line.sum}")
        lines += [f"   依据：{rests}"] if rests else []
    return "\n".join([*lines, *(["", *(f"注意：{note}" for note in working.notes)] if working.notes else [])])


def wanting_text(wanting: Wanting) -> str:
    """Why it cannot be reckoned, and each fact that is asked for."""
    return "\n".join([wanting.reason, *(f"  {fact.id}：{fact.question or fact.label}" for fact in wanting.facts)])


def facts_text(calculator: Calculator) -> str:
    """What a calculator is for, and the facts that it takes."""
    return "\n".join(
        [
            f"{calculator.name}：{calculator.about}",
            *(f"  {fact_words(fact, '' if fact.required else '，可以不填')}" for fact in calculator.facts),
        ]
    )


def fact_words(fact: Fact, note: str = "") -> str:
    """A fact's id, kind with the note, label and choices: wage（money，可以不填）：月工资."""
    choices = f"（{' | '.join(f'{choice.id} {choice.label}' for choice in fact.choices)}）" if fact.choices else ""
    unit = f"，{fact.unit}" if fact.unit else ""
    return f"{fact.id}（{fact.kind.value}{unit}{note}）：{fact.label}{choices}"


def working_json(calculator: Calculator, working: Working) -> dict[str, object]:
    """A working as JSON: sums as decimal strings in yuan, days as ISO days; `results` by the id of their line."""
    return {
        "calculator": calculator.id,
        "name": calculator.name,
        "results": {line.id: value_json(line.value) for line in working.results},
        "lines": [_line_json(line) for line in working.lines],
        "notes": list(working.notes),
    }


def wanting_json(calculator: Calculator, wanting: Wanting) -> dict[str, object]:
    """What is wanted, as JSON."""
    return {
        "calculator": calculator.id,
        "name": calculator.name,
        "reason": wanting.reason,
        "wanting": [fact_json(fact) for fact in wanting.facts],
    }


def calculator_json(calculator: Calculator) -> dict[str, object]:
    """A calculator as JSON: what it is for, to which matters it is offered, the facts that it takes."""
    return {
        "calculator": calculator.id,
        "name": calculator.name,
        "about": calculator.about,
        "matters": list(calculator.matters),
        "facts": [fact_json(fact) for fact in calculator.facts],
    }


def fact_json(fact: Fact) -> dict[str, object]:
    """A fact as JSON, for those who render a form."""
    return {
        "id": fact.id,
        "label": fact.label,
        "kind": fact.kind.value,
        "question": fact.question,
        "why": fact.why,
        "unit": fact.unit,
        "choices": [{"id": choice.id, "label": choice.label} for choice in fact.choices],
        "required": fact.required,
    }


def value_json(value: Decimal | date | None) -> str | None:
    """A line's value: "28000.00", "2024-03-31", null."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if value else None


def _line_json(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "label": line.label,
        "sum": line.sum,
        "value": value_json(line.value),
        "cites": list(line.cites),
        "source": line.source,
    }
