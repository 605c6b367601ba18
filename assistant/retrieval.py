"""The second stage: everything that the answer may rest on, found for the question's day and region."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.interviews.advice import Advice, advice_of
from assistant.model import Evidence, Question
from assistant.steps import Move
from knowledge import ArticleRef, Finding, Gap, Guide, Holdings, Kind, Passage, Query, Status

ARTICLES = 8
GUIDE_CARDS = 3
LIKELY = 0.5
"""Confidence from which the first card's matter counts as the question's, when law that is missing is looked up."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The stage, over what is held."""

    holdings: Holdings

    def __call__(self, question: Question) -> Evidence:
        """Look up what is named, search for the rest, and resolve the articles behind the guides."""
        held = self.holdings
        if advice := advice_of(question):
            return self._for_interview(question, advice)
        if question.heard and question.heard.move is not Move.ASIDE:
            return Evidence(statutes=held.statutes)
        asked = tuple(_canonical(held.library.resolve(ref, question.day)) for ref in question.asked_refs)
        found = held.search(_query(question))
        passages = tuple(p for p in found.passages if p.kind is Kind.ARTICLE)[:ARTICLES]
        guides = tuple(held.guides[p.key] for p in found.passages if p.kind is Kind.GUIDE)[:GUIDE_CARDS]
        support, stale = self._support(guides[:1], question)
        return Evidence(
            asked=asked,
            passages=passages,
            guides=guides,
            support=support,
            stale=stale,
            changed=self._changed((*asked, *support), passages[:3], question),
            gaps=self._gaps(question, guides[:1] if found.guide_confidence >= LIKELY else ()),
            confidence=found.confidence,
            guide_confidence=found.guide_confidence,
            statutes=held.statutes,
            faults=held.faults,
            reach=held.reach,
        )

    def _for_interview(self, question: Question, advice: Advice) -> Evidence:
        """The articles behind what a finished interview comes to, as they stand and as they were checked."""
        held, resolve = self.holdings, self.holdings.library.resolve
        refs = dict.fromkeys(ref for sentence in advice.sentences for ref in sentence.cites)
        support = {ref: resolve(ref, question.day) for ref in refs}
        checked = advice.interview.checked
        curated = [ref for ref in refs if ref in advice.interview.refs]
        stale = {ref for ref in curated if support[ref].text != resolve(ref, checked).text}
        return Evidence(
            support=tuple(support.values()),
            stale=frozenset(stale),
            statutes=held.statutes,
            faults=held.faults,
            reach=held.reach,
        )

    def _support(
        self, guides: Iterable[Guide], question: Question
    ) -> tuple[tuple[Finding, ...], frozenset[ArticleRef]]:
        """The articles behind the cards on the day asked, and those that read otherwise when the card was checked."""
        resolve = self.holdings.library.resolve
        support: dict[ArticleRef, Finding] = {}
        stale = set()
        for guide in guides:
            for ref in guide.refs:
                support[ref] = resolve(ref, question.day)
                if support[ref].text != resolve(ref, guide.checked).text:
                    stale.add(ref)
        return tuple(support.values()), frozenset(stale)

    def _changed(
        self, findings: Iterable[Finding], passages: Iterable[Passage], question: Question
    ) -> tuple[Finding, ...]:
        """Today's findings for articles whose text is no longer that of the day asked."""
        if question.day == question.today:
            return ()
        then: dict[ArticleRef, str] = {f.ref: f.text for f in findings if f.text}
        then |= {p.ref: p.text for p in passages if p.ref}
        now = {ref: self.holdings.library.resolve(ref, question.today) for ref in then}
        return tuple(f for ref, f in now.items() if f.status is Status.ENDED or (f.text and f.text != then[ref]))

    def _gaps(self, question: Question, guides: Iterable[Guide]) -> tuple[Gap, ...]:
        matters = {question.matter, *(guide.matter for guide in guides)} - {""}
        return self.holdings.gaps_touching(matters, question.words, question.day, question.region)


def _canonical(finding: Finding) -> Finding:
    """The finding under the law's own name, however the question called it."""
    return replace(finding, ref=replace(finding.ref, law=finding.law.id)) if finding.law else finding


def _query(question: Question) -> Query:
    return Query(
        words=question.words,
        day=question.day,
        region=question.region,
        refs=question.asked_refs,
        matters=tuple(topic.matter for topic in question.topics),
    )
