"""The answer card: a reply as the page shows it, section by section."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant import Reply, Sentence
from channels.web.citation_slip import Slip, law_address, slips_of
from channels.web.force_words import day_words
from channels.web.hotlines import Line, line
from channels.web.step_form import StepForm, step_form
from knowledge import ArticleRef, Library, parse_ref

OPENED = 2
"""Slips that stand open where the law itself is the answer; beside steps they stand closed."""

LISTED = 4
"""Slips that are listed at once; the others wait behind one line."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the numbers of the slips it rests on."""

    text: str
    slips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A next action: ask a question, open an address, or call a number."""

    label: str
    question: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An answer for the page. `day` is in words and empty where today's law answers."""

    answer_id: str
    conversation: str
    question: str
    day: str
    conclusion: tuple[Said, ...]
    notes: tuple[Said, ...]
    steps: tuple[Said, ...]
    deadlines: tuple[Said, ...]
    slips: tuple[Slip, ...]
    listed: int
    opened: int
    evidence: tuple[str, ...]
    where: tuple[str, ...]
    missing: tuple[str, ...]
    buttons: tuple[Button, ...]
    needs_person: bool
    urgent: bool
    reason: str
    lines: tuple[Line, ...]
    notice: str
    related: tuple[str, ...]
    sums: tuple[Said, ...]
    heading: str
    step: StepForm | None


def card_of(reply: Reply, library: Library, today: date) -> Card:
    """The card of a reply; its articles are opened as they stood on the reply's day."""
    answer, question, handoff = reply.answer, reply.question, reply.handoff
    slips, numbers = slips_of(reply, library, today)
    said = {role: tuple(_said(s, numbers) for s in answer.shown if s.role == role) for role in _ROLES}
    return Card(
        answer_id=reply.answer_id,
        conversation=reply.conversation,
        question=question.text,
        day=day_words(question.day) if question.day != today else "",
        conclusion=said["conclusion"],
        notes=said["note"],
        steps=said["step"],
        deadlines=said["deadline"],
        slips=slips,
        listed=LISTED,
        opened=0 if said["step"] else OPENED,
        evidence=tuple(sentence.text for sentence in said["evidence"]),
        where=tuple(sentence.text for sentence in said["where"]),
        missing=answer.missing,
        buttons=tuple(_buttons(reply)),
        needs_person=handoff.needed,
        urgent=handoff.urgency == "now",
        reason=handoff.reason,
        lines=tuple(line(number) for number in (handoff.lines or ("12348",))),
        notice=reply.notice,
        related=reply.related,
        sums=said["sum"],
        heading="" if reply.step and not answer.citations else "结论",
        step=step_form(reply.step) if reply.step else None,
    )


_ROLES = ("conclusion", "note", "sum", "step", "deadline", "evidence", "where")


def _said(sentence: Sentence, numbers: dict[ArticleRef, int]) -> Said:
    return Said(sentence.text, tuple(dict.fromkeys(numbers[ref] for ref in sentence.cites if ref in numbers)))


def _buttons(reply: Reply) -> Iterable[Button]:
    """Offers as buttons; articles that the answer cites already are left out, and what no button starts is asked."""
    cited = {citation.ref.whole_article for citation in reply.answer.citations}
    for offer in reply.answer.offers:
        match offer.kind:
            case "person":
                yield Button(offer.label, address="tel:" + (*reply.handoff.lines, "12348")[0])
            case "article":
                ref = parse_ref(offer.id)
                if ref.whole_article not in cited:
                    yield Button(offer.label, address=law_address(ref, reply.question.day))
            case "document":
                continue  # prepared by `lawline document`; the page has no place for it
            case _:
                yield Button(offer.label, question=offer.label)
