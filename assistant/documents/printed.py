"""What a document takes, as text for people and as JSON for machines; and facts from their one strict writing."""

from collections.abc import Mapping

from assistant.calculators.printed import fact_json, fact_words
from assistant.calculators.written import read_fact
from assistant.documents.model import Document
from assistant.errors import BadFact
from assistant.facts.model import Facts
from knowledge import Statement


def read_told(document: Document, texts: Mapping[str, str]) -> Facts:
    """The facts of a document from their written form. BadFact where one is none of them, or not so written.

    `\\n` in a text begins a new line.
    """
    known = document.by_id
    for fact, text in texts.items():
        if fact not in known:
            raise BadFact(fact, text, f"「{document.name}」没有这一项，可以填的有：{'、'.join(known)}")
    return {fact: read_fact(known[fact].fact, text.replace("\\n", "\n")) for fact, text in texts.items()}


def document_text(document: Document) -> str:
    """What a document is for, where it goes, and the facts that it takes, by group."""
    lines = [f"{document.name}：{document.about}", *(f"交到：{one.text}" for one in document.where)]
    group = ""
    for field in document.fields:
        if field.group != group:
            group = field.group
            lines.append(f"{group}")
        lines.append(f"  {fact_words(field.fact)}")
    return "\n".join(lines)


def document_json(document: Document) -> dict[str, object]:
    """A document as JSON: what it is for, to which matters it is offered, its facts by group, the law of its form."""
    return {
        "document": document.id,
        "name": document.name,
        "about": document.about,
        "matters": list(document.matters),
        "handwritten": document.handwritten,
        "checked": document.checked.isoformat(),
        "where": [_statement_json(one) for one in document.where],
        "requires": [_statement_json(one) for one in document.requires],
        "notes": [_statement_json(one) for one in document.notes],
        "facts": [fact_json(field.fact) | {"group": field.group} for field in document.fields],
    }


def _statement_json(statement: Statement) -> dict[str, object]:
    return {"text": statement.text, "law": [str(ref) for ref in statement.law]}
