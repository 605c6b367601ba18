"""The one early way out of the line: a person in danger gets the card with the numbers, and nothing else."""

from assistant.model import Draft, Offer, Question, Role
from assistant.phrases import say
from assistant.understanding.signals import signals


def emergency(question: Question) -> Draft | None:
    """The crisis card, if a signal in the question says that somebody is in danger now."""
    urgent = [signals()[key] for key in question.signals if signals()[key].leaves]
    if not urgent:
        return None
    return Draft(
        sentences=tuple(say("signal", Role.CONCLUSION, note=signal.say) for signal in urgent),
        offers=(Offer("person", "crisis", "马上找人"),),
    )
