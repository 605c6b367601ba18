"""Numbers of identity documents: identity cards, passports, permits."""

import re
from collections.abc import Iterator

from knowledge.privacy.checksums import hong_kong_check, is_credit, is_id, like_id
from knowledge.privacy.heard import Heard
from knowledge.privacy.model import PersonalKind, PersonalSpan, Proof

_ALONE, _ENDED = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_GAP = r"[ -]?"
_EIGHTEEN = re.compile(rf"(?={_ALONE}([1-8](?:{_GAP}\d){{16}}{_GAP}[\dXx]){_ENDED})")  # 310101 19900101 123X
_FIFTEEN = re.compile(rf"(?={_ALONE}([1-8](?:{_GAP}\d){{14}}){_ENDED})")  # 310101900101123
_SAID_ID = re.compile(
    r"(?:身份证|身分证|证件|公民身份|身份号|户口本)[^\d，。；]{0,10}?"
    r"(?P<number>\d(?:[ -]?\d){13,18}[Xx]?)(?![0-9A-Za-z])"
)  # 身份证号是31010119900101123 with a digit too few
_HONG_KONG = re.compile(rf"{_ALONE}([A-Z]{{1,2}})(\d{{6}})(?:\(([\dA])\)|([\dA])(?![0-9A-Za-z]))")  # A123456(3)
_OF_HONG_KONG = re.compile(r"香港[^，。；]{0,8}$")
_PASSPORT = re.compile(rf"{_ALONE}(?:[EG]\d{{8}}|E[A-HJ-NP-Z]\d{{7}}|[DSP][E]?\d{{7,8}}){_ENDED}", re.I)  # E12345678
_SAID_PASSPORT = re.compile(r"护照[^0-9A-Za-z，。；]{0,8}(?P<number>[A-Z]{0,2}\d{7,9})(?![0-9A-Za-z])", re.I)
_PERMIT = re.compile(
    r"(?:通行证|回乡证|台胞证|居住证|返乡证)[^0-9A-Za-z，。；]{0,8}(?P<number>[A-Z]{0,2}\d{7,10})(?![0-9A-Za-z])", re.I
)  # 回乡证H12345678
_PERMIT_SHAPE = re.compile(rf"{_ALONE}(?:C[A-HJ-NP-Z]\d{{7}}|[CHM]\d{{8}}(?:\d\d)?){_ENDED}")  # C12345678


def documents(heard: Heard) -> Iterator[PersonalSpan]:
    """Every number of an identity document. A mistyped identity number is one, too."""
    yield from _ids(heard)
    for match in _SAID_ID.finditer(heard.plain):
        if not is_credit(_signs(match["number"])):
            yield PersonalSpan(*match.span("number"), PersonalKind.ID_CARD, Proof.CUE)
    yield from _hong_kong(heard)
    for match in _PASSPORT.finditer(heard.plain):
        if not heard.is_numbered_thing(match.start()):
            yield PersonalSpan(*match.span(), PersonalKind.PASSPORT)
    for said, kind in ((_SAID_PASSPORT, PersonalKind.PASSPORT), (_PERMIT, PersonalKind.PERMIT)):
        for match in said.finditer(heard.plain):
            yield PersonalSpan(*match.span("number"), kind, Proof.CUE)
    for match in _PERMIT_SHAPE.finditer(heard.plain):
        if not heard.is_numbered_thing(match.start()):
            yield PersonalSpan(*match.span(), PersonalKind.PERMIT)


def _ids(heard: Heard) -> Iterator[PersonalSpan]:
    for pattern in (_EIGHTEEN, _FIFTEEN):
        for match in pattern.finditer(heard.plain):
            number = _signs(match[1])
            proved = len(number) == 18 and is_id(number)
            if proved or (like_id(number) and not heard.is_numbered_thing(match.start())):
                yield PersonalSpan(*match.span(1), PersonalKind.ID_CARD, Proof.CHECKSUM if proved else Proof.SHAPE)


def _hong_kong(heard: Heard) -> Iterator[PersonalSpan]:
    for match in _HONG_KONG.finditer(heard.plain):
        said = match[3] or _OF_HONG_KONG.search(heard.before(match.start()))  # without brackets it may be a permit
        if said and hong_kong_check(match[1], match[2]) == (match[3] or match[4]):
            yield PersonalSpan(*match.span(), PersonalKind.ID_CARD, Proof.CHECKSUM)


def _signs(number: str) -> str:
    return re.sub(r"[ -]", "", number)
