"""The matters that a question seems to be about, by the words of topics.toml."""

import tomllib
from functools import cache
from pathlib import Path

from assistant.model import Service, Topic
from knowledge import matter_ids

_DECIDES = 6.0
"""Weight that a word marked "!" adds to its length: it settles the matter against one or two unmarked words."""

_SERVICES = {
    "services.legal_aid": Service.LEGAL_AID,
    "services.lawyer": Service.LAWYER,
    "services.notary": Service.NOTARY,
    "services.appraisal": Service.APPRAISAL,
    "services.mediation": Service.MEDIATION,
    "services.bar_exam": Service.BAR_EXAM,
    "services.publicity": Service.PUBLICITY,
    "services.disclosure": Service.DISCLOSURE,
    "services.licensing": Service.LICENSING,
    "services.credit": Service.CREDIT,
    "services.complaints": Service.COMPLAINTS,
    "services.case_library": Service.CASE_LIBRARY,
}


@cache
def _words() -> dict[str, tuple[tuple[str, float], ...]]:
    table = tomllib.loads((Path(__file__).parent / "topics.toml").read_text("utf-8"))
    strange = set(table) - matter_ids()
    if strange:
        raise ValueError(f"topics.toml: {sorted(strange)} are no matters of matters.toml")
    return {matter: tuple(_weighed(word) for word in words) for matter, words in table.items()}


def _weighed(word: str) -> tuple[str, float]:
    return (word[1:], len(word) - 1 + _DECIDES) if word.startswith("!") else (word, float(len(word)))


def topics_of(text: str, limit: int = 3) -> tuple[Topic, ...]:
    """The likeliest matters, best first; empty where no word speaks."""
    topics = []
    for matter, words in _words().items():
        hits = [(word, weight) for word, weight in words if word in text]
        if hits:
            topics.append(Topic(matter, sum(weight for _, weight in hits), tuple(word for word, _ in hits)))
    return tuple(sorted(topics, key=lambda topic: -topic.weight)[:limit])


def service_of(matter: str) -> Service:
    """The 12348 service that a matter belongs to; consultation for ordinary matters of law."""
    return _SERVICES.get(matter, Service.CONSULTATION)
