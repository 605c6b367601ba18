"""Which of the choices an answer takes: by label, by what people say for it, by number (2, 第二个, 选B)."""

import re

from assistant.facts.model import Choice, Fact
from assistant.understanding.entities.numerals import number
from assistant.understanding.entities.yes_and_no import UNSURE

_NUMBERED = re.compile(
    r"(?:我?(?:选|挑|就|是|要)?)?(?:第)?(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|种|条|号)?(?:吧|啊|呀|的|。|，)*"
)
_LETTER = re.compile(r"(?:选)?(?P<letter>[A-Ha-h])(?:吧|。|项)?")
_ENDS = "。.！!，,、？?；; \t的了吧啊呀呢"
_DENIED = re.compile(r"(?:不是|没有|没|不|并非|非|不算|别)$")


def choose(fact: Fact, text: str) -> str | None:
    """The id of the one choice that is meant; None where there is none, or more than one."""
    said = text.strip(_ENDS)
    if exact := [choice.id for choice in fact.choices if said in (choice.label, *choice.said)]:
        return exact[0] if len(exact) == 1 else None
    if (numbered := _numbered(said)) is not None:
        return fact.choices[numbered - 1].id if 1 <= numbered <= len(fact.choices) else None
    if UNSURE.search(text):
        return None
    return _named(fact.choices, text)


def _numbered(said: str) -> int | None:
    if letter := _LETTER.fullmatch(said):
        return "abcdefgh".index(letter["letter"].lower()) + 1
    match = _NUMBERED.fullmatch(said)
    if said in ("最后一个", "最后一项") or not match:
        return None
    read = number(match["n"])
    return int(read) if read is not None else None


def _named(choices: tuple[Choice, ...], text: str) -> str | None:
    """The choice whose words stand in the text; longer words hide shorter ones of others that lie within them."""
    found: list[tuple[int, int, str]] = []
    for choice in choices:
        for word in (choice.label, *choice.said):
            for match in re.finditer(re.escape(word), text):
                if word and not _DENIED.search(text[: match.start()]):
                    found.append((match.start(), match.end(), choice.id))
    standing = {
        id_
        for start, end, id_ in found
        if not any(s <= start and end <= e and (e - s) > (end - start) for s, e, _ in found)
    }
    return standing.pop() if len(standing) == 1 else None
