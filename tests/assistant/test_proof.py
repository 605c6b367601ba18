"""A line whose verification does not run is found out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.errors import Unverified
from assistant.model import Draft, Evidence, Origin, Question, Turn, Verdict
from assistant.pipeline import Assistant
from assistant.proof import prove
from assistant.stages import Verify

Parts = tuple[Question, Draft, Evidence]


def yields_nothing(question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
    yield from ()


def reads_and_yields_nothing(question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
    list(draft.sentences)
    yield from ()


def waves_through(question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
    yield from (Verdict(sentence) for sentence in draft.sentences)


def waves_generated_through(question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
    for sentence in draft.sentences:
        yield Verdict(sentence, rule="" if sentence.origin is Origin.GENERATED else "phrase.unknown")


@pytest.mark.parametrize("verify", [yields_nothing, reads_and_yields_nothing, waves_through, waves_generated_through])
def test_no_line_is_wired_with_a_verification_that_does_not_verify(verify: Verify, line: Assistant) -> None:
    with pytest.raises(Unverified):
        replace(line, verify=verify)


def test_the_real_verification_proves_itself(line: Assistant) -> None:
    prove(line.verify)


class TurnsBad:
    """Proves itself, then goes wrong: skips, doubles, or stops."""

    def __init__(self, real: Verify, how: str) -> None:
        self.real, self.how, self.calls = real, how, 0

    def __call__(self, question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
        self.calls += 1
        verdicts = list(self.real(question, draft, evidence))
        if self.calls == 1:
            return iter(verdicts)
        return iter({"skips": verdicts[1:], "doubles": [*verdicts, *verdicts], "stops": []}[self.how])


@pytest.mark.parametrize("how", ["skips", "doubles", "stops"])
def test_a_sentence_without_its_verdict_stops_the_reply(how: str, line: Assistant) -> None:
    bad = replace(line, verify=TurnsBad(line.verify, how))
    with pytest.raises(Unverified, match="verdicts for"):
        bad.reply(Turn("邻居的篱笆挡路怎么办"))
