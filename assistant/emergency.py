"""The one early way out of the line: a person in danger gets the card with the numbers, and nothing else.

Texts that ask nothing of the law (a greeting, a bare wish for a person, help with wrongdoing) leave by the same door.
"""

from assistant.model import Draft, Offer, Question, Role, Urgency
from assistant.phrases import say
from assistant.understanding.signals import Signal, signals


def emergency(question: Question) -> Draft | None:
    """The words of the signals that end the line, if any does; where somebody is in danger, the crisis cards alone."""
    ending = [signals()[key] for key in question.signals if signals()[key].ends_line(question.plain)]
    if not ending:
        return None
    urgent = [signal for signal in ending if signal.urgency is Urgency.NOW]
    return Draft(
        sentences=tuple(say("signal", Role.CONCLUSION, note=signal.say) for signal in urgent or ending),
        offers=(_offer(urgent or ending),),
    )


def _offer(ending: list[Signal]) -> Offer:
    """A person, always: the signal's own desk, or a lawyer where it calls nobody."""
    desk = ending[0].desk if ending[0].needs_person else "lawyer"
    return Offer("person", desk, "马上找人" if desk == "crisis" else "找人来回答")
