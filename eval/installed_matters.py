"""Service and matter as the assistant understands a single question."""

from assistant.understanding.topics import service_of, topics_of
from eval.matters import NONE
from knowledge.bootstrap import classifier


def tell(text: str) -> tuple[str, str]:
    """The service and the likeliest matter of the text; no matter where none is likely."""
    likely = classifier()(text)
    topics = topics_of(likely)
    matter = topics[0].matter if topics else NONE
    return service_of(matter, likely).value, matter
