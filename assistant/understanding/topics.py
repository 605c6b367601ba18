"""The matters that a question seems to be about, as the classifier tells them."""

from collections.abc import Sequence

from assistant.model import Service, Topic
from knowledge import Likely

SURE = 0.5
"""A follow-up that is about something of its own with this probability is told by itself: 那抚养费呢."""


_OWN = {f"services.{service}": service for service in Service}


def topics_of(likely: Sequence[Likely]) -> tuple[Topic, ...]:
    """The matters, best first, each once; a topic's weight is its probability."""
    weights: dict[str, float] = {}
    for one in likely:
        weights[one.matter] = weights.get(one.matter, 0.0) + one.probability
    return tuple(Topic(matter, weight) for matter, weight in weights.items())


def service_of(matter: str, likely: Sequence[Likely]) -> Service:
    """The 12348 service that is asked for; the matter's own where the classifier does not speak of the matter."""
    told = next((one.service for one in likely if one.matter == matter), None)
    return Service(told) if told else _OWN.get(matter, Service.CONSULTATION)


def is_sure(likely: Sequence[Likely]) -> bool:
    """Whether the text is about something of its own."""
    return bool(likely) and likely[0].probability >= SURE
