"""The fourth stage: a verdict for every sentence of a draft, by the rule of its origin."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model import Draft, Evidence, Origin, Question, Sentence, Verdict
from assistant.phrases import is_phrase
from assistant.verification.generated import FindRefs, check_generated
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
        for sentence in draft.sentences:
            yield self._check(sentence, sources, question)

    def _check(self, sentence: Sentence, sources: Sources, question: Question) -> Verdict:
        match sentence.origin:
            case Origin.STATUTE:
                return _check_statute(sentence, sources)
            case Origin.GUIDE:
                return _check_guide(sentence, sources)
            case Origin.PHRASE:
                return _check_phrase(sentence, sources)
            case Origin.GENERATED:
                stated = _as_stated(sentence, sources)
                if stated:
                    return _check_guide(stated, sources)
                return check_generated(sentence, sources, question.text, self.find_refs)


def _check_statute(sentence: Sentence, sources: Sources) -> Verdict:
    """The law's own words: one citation, and exactly the text of the part cited."""
    if len(sentence.cites) != 1:
        return Verdict(sentence, rule="citation.not_exactly_one")
    finding, rule = sources.find(sentence.cites[0])
    if rule:
        return Verdict(sentence, rule=rule)
    if sentence.quote != finding.text or not sentence.text.endswith(f"“{finding.text}”"):
        return Verdict(sentence, rule="quote.not_verbatim")
    return Verdict(sentence, (citation(finding, sentence.quote),))


def _check_guide(sentence: Sentence, sources: Sources) -> Verdict:
    """A curated statement: it stands in the card that was retrieved, and its articles read as when it was checked."""
    guide = sources.guide
    if guide is None or guide.id != sentence.source:
        return Verdict(sentence, rule="guide.not_retrieved")
    plain = (*guide.evidence, *guide.offices)
    if Statement(sentence.text, sentence.cites) not in guide.statements and (sentence.cites or sentence.text not in plain):
        return Verdict(sentence, rule="guide.altered")
    if not sources.statutes:
        found = [sources.resolve(ref, sources.day) for ref in sentence.cites]
        return Verdict(sentence, tuple(citation(finding, "", verified=False) for finding in found))
    citations = []
    for ref in sentence.cites:
        finding, rule = sources.find(ref)
        if rule or ref in sources.stale:
            return Verdict(sentence, rule=rule or "guide.stale")
        citations.append(citation(finding, finding.text))
    return Verdict(sentence, tuple(citations))


def _check_phrase(sentence: Sentence, sources: Sources) -> Verdict:
    """A sentence of the phrase book; where it points at an article, the article must stand."""
    if not is_phrase(sentence):
        return Verdict(sentence, rule="phrase.unknown")
    for ref in sentence.cites:
        _, rule = sources.find(ref)
        if rule:
            return Verdict(sentence, rule=rule)
    return Verdict(sentence)


def _as_stated(sentence: Sentence, sources: Sources) -> Sentence | None:
    """A generated sentence that repeats a curated statement word for word is that statement."""
    if sources.guide is None:
        return None
    for statement in sources.guide.statements:
        if statement.text == sentence.text:
            return Sentence(sentence.text, sentence.role, Origin.GUIDE, statement.law, source=sources.guide.id)
    return None
