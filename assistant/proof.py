"""Proof that verification runs: it must refuse known lies when the line is wired, and answer for every sentence.

Without this, a verification that yields nothing or waves everything through would look like a good day.
"""

from collections.abc import Iterator
from datetime import date

from assistant.errors import Unverified
from assistant.model import Draft, Evidence, Origin, Question, Role, Sentence, Service, Verdict
from assistant.stages import Verify
from knowledge import NATION

_NOWHERE = "对方应当赔您十万元，您一定能赢。"
_LIES = tuple(Sentence(_NOWHERE, Role.CONCLUSION, origin, source="not_known") for origin in Origin)


def prove(verify: Verify) -> None:
    """Raise Unverified unless the stage refuses a lie of every origin; no evidence bears any of them."""
    day = date(2021, 1, 1)
    question = Question("", "", today=day, day=day, region=NATION, service=Service.CONSULTATION, matter="")
    verdicts = list(verify(question, Draft(_LIES), Evidence()))
    if len(verdicts) != len(_LIES) or any(verdict.passed for verdict in verdicts):
        raise Unverified(
            "verification does not refuse a sentence that no source bears (rule: it must, for every origin)"
        )


def checked(verify: Verify, question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
    """The stage's verdicts as they come; Unverified where it did not give one for every sentence of the draft."""
    told = iter(draft.sentences)
    count = 0

    def counted() -> Iterator[Sentence]:
        nonlocal count
        for sentence in told:
            count += 1
            yield sentence

    given = 0
    for verdict in verify(question, Draft(counted(), draft.missing, draft.offers), evidence):
        given += 1
        if given > count:
            break
        yield verdict
    if given != count or next(told, None) is not None:
        raise Unverified(f"{given} verdicts for {count} sentences (rule: a verdict for every sentence of the draft)")
