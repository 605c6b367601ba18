"""The fourth stage: a verdict for every sentence of a draft, by the rule of its origin."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.interviews.advice import advice_of
from assistant.model import Draft, Evidence, Origin, Question, Sentence, Verdict
from assistant.phrases import phrase
from assistant.verification.bridges import is_bridge, unnumbered
from assistant.verification.generated import FindRefs, check_generated
from assistant.verification.said import is_said_rightly
from assistant.verification.sources import Resolve, Sources, citation
from knowledge import Statement


@dataclass(frozen=True, slots=True)
class Verification:
    """The stage. `resolve` looks up the law itself, so that a draft is never checked against its own words."""

    resolve: Resolve
    find_refs: FindRefs

    def __call__(self, question: Question, draft: Draft, evidence: Evidence) -> Iterator[Verdict]:
        """A verdict for each sentence, as soon as the draft gives it."""
        sources = Sources.of(evidence, question.day, self.resolve)
        advised = _advised(question)
        for sentence in draft.sentences:
            match sentence.origin:
                case Origin.STATUTE:
                    yield _check_statute(sentence, sources)
                case Origin.GUIDE:
                    yield _check_guide(sentence, sources)
                case Origin.INTERVIEW | Origin.CALCULATOR:
                    yield _check_advice(sentence, sources, advised)
                case Origin.PHRASE:
                    yield _check_phrase(sentence, sources, question, evidence)
                case Origin.GENERATED:
                    stated = _as_stated(sentence, sources)
                    yield (
                        _check_guide(stated, sources) if stated else check_generated(sentence, sources, self.find_refs)
                    )


def _check_statute(sentence: Sentence, sources: Sources) -> Verdict:
    """The law's own words: one citation, and exactly the text of the part cited."""
    if len(sentence.cites) != 1:
        return Verdict(sentence, rule="citation.not_exactly_one")
    ref = sentence.cites[0]
    finding, rule = sources.find(ref)
    if rule:
        return Verdict(sentence, rule=rule)
    if sentence.quote != finding.text:
        return Verdict(sentence, rule="quote.not_verbatim")
    if sentence.text != phrase("quotation", law=ref.law, place=ref.place, text=finding.text):
        return Verdict(sentence, rule="claim.without_source")
    return Verdict(sentence, (citation(finding, sentence.quote),))


def _check_guide(sentence: Sentence, sources: Sources) -> Verdict:
    """A curated statement: it stands in the card that was retrieved, and its articles read as when it was checked."""
    guide = sources.guide
    if guide is None or guide.id != sentence.source:
        return Verdict(sentence, rule="guide.not_retrieved")
    plain = (*guide.evidence, *guide.offices)
    stated = Statement(sentence.text, sentence.cites) in guide.statements
    if not stated and (sentence.cites or sentence.text not in plain):
        return Verdict(sentence, rule="guide.altered")
    return _cited(sentence, sources, stale="guide.stale")


def _advised(question: Question) -> frozenset[Sentence]:
    """What the finished interview comes to, worked out anew from the facts told; nothing where none is finished."""
    advice = advice_of(question)
    return frozenset(advice.sentences) if advice else frozenset()


def _check_advice(sentence: Sentence, sources: Sources, advised: frozenset[Sentence]) -> Verdict:
    """A statement or a sum of the interview: it comes out again, and its articles are in force.

    Those of a statement read as when the interview was checked; calculators bear no day, their rules are dated.
    """
    if sentence not in advised:
        return Verdict(sentence, rule="interview.not_its_outcome")
    return _cited(sentence, sources, stale="interview.stale")


def _cited(sentence: Sentence, sources: Sources, stale: str) -> Verdict:
    """The verdict on a curated sentence by the articles behind it."""
    if not sources.statutes:
        found = [sources.resolve(ref, sources.day) for ref in sentence.cites]
        return Verdict(sentence, tuple(citation(finding, "", verified=False) for finding in found))
    citations = []
    for ref in sentence.cites:
        finding, rule = sources.find(ref)
        if rule or ref in sources.stale:
            return Verdict(sentence, rule=rule or stale)
        citations.append(citation(finding, finding.text))
    return Verdict(sentence, tuple(citations))


def _check_phrase(sentence: Sentence, sources: Sources, question: Question, evidence: Evidence) -> Verdict:
    """A sentence of the phrase book; where it points at an article, the article must stand."""
    if not is_said_rightly(sentence, question, evidence):
        return Verdict(sentence, rule="phrase.unknown")
    for ref in sentence.cites:
        _, rule = sources.find(ref)
        if rule:
            return Verdict(sentence, rule=rule)
    return Verdict(sentence)


def _as_stated(sentence: Sentence, sources: Sources) -> Sentence | None:
    """The curated statement that a generated sentence repeats word for word, if it does; a bridge before it goes."""
    for statement in sources.guide.statements if sources.guide else ():
        text = unnumbered(sentence.text)
        if text.endswith(statement.text) and is_bridge(text.removesuffix(statement.text)):
            source = sources.guide.id if sources.guide else ""
            return Sentence(statement.text, sentence.role, Origin.GUIDE, statement.law, source=source)
    return None
