"""Composition by quotation: nothing but the law's own words, curated statements and the phrase book."""

from collections.abc import Iterator

from assistant.interviews.model import Interview
from assistant.interviews.shelf import offer_label, offered_for
from assistant.model import Draft, Evidence, Offer, Origin, Question, Role, Sentence
from assistant.phrases import day_words, phrase, say
from assistant.understanding.signals import signals
from knowledge import ArticleRef, Finding, Guide, Statement, hotlines

ENOUGH = 0.7
"""Confidence from which the nearest articles are shown (benchmarks/search_confidence.py)."""

GUIDE_ENOUGH = 0.7
"""Confidence from which a card is taken to answer the question (benchmarks/card_confidence.py)."""

WORTH_ASKING = 0.35
"""Confidence from which the likeliest cards are named, so that the person can choose."""

QUOTED = 4
"""Articles quoted in one answer; more are offered, not shown."""


def compose(question: Question, evidence: Evidence) -> Draft:
    """The draft for the question: named articles first, else the best card, else the nearest articles, else honesty."""
    guide = best_guide(evidence)
    return Draft(
        sentences=tuple(_sentences(question, evidence, guide)),
        missing=guide.decides if guide and stands(guide, evidence) else (),
        offers=tuple(_offers(evidence, guide, question.matter)),
    )


def best_guide(evidence: Evidence) -> Guide | None:
    """The card that answers the question, if one does; a question for an article is not answered by a card."""
    if asks_for_articles(evidence) or not evidence.guides or evidence.guide_confidence < GUIDE_ENOUGH:
        return None
    return evidence.guides[0]


def asks_for_articles(evidence: Evidence) -> bool:
    """Whether the question names an article; a law named as a whole only says where it looks."""
    return any(finding.ref.article for finding in evidence.asked)


def stands(guide: Guide, evidence: Evidence) -> bool:
    """Whether any statement of the card's answer may be shown for the day asked."""
    if not evidence.statutes:
        return True
    citable = {finding.ref for finding in evidence.support if finding.citable} - evidence.stale
    return any(all(ref in citable for ref in statement.law) for statement in guide.answer)


def _sentences(question: Question, evidence: Evidence, guide: Guide | None) -> Iterator[Sentence]:
    yield from (say("signal", Role.NOTE, note=signals()[key].say) for key in question.signals)
    yield from (say("problem", Role.NOTE, note=problem) for problem in question.problems)
    yield from (say(fault, Role.NOTE) for fault in evidence.faults)
    yield from (say("finding", Role.CONCLUSION, note=finding.note) for finding in _laws_denied(evidence))
    yield from _gaps(evidence)
    if asks_for_articles(evidence):
        yield from _asked(question, evidence)
    elif guide and stands(guide, evidence):
        yield from _from_guide(guide, evidence)
    elif guide:
        yield say("law_then", Role.CONCLUSION, day=day_words(question.day), law=guide.refs[0].law)
        yield say("not_known_person", Role.STEP)
    elif evidence.guides and evidence.guide_confidence >= WORTH_ASKING:
        yield say("which_card", Role.CONCLUSION, titles="；".join(guide.title for guide in evidence.guides))
        yield from _from_articles(evidence)
    elif _articles(evidence):
        yield say("law_only", Role.CONCLUSION)
        yield from _from_articles(evidence)
    elif not _laws_denied(evidence):
        yield say("not_known", Role.CONCLUSION)
        yield say("not_known_person", Role.STEP)


def _laws_denied(evidence: Evidence) -> list[Finding]:
    """Laws that the question names as a whole and that are not known, or not in force."""
    return [finding for finding in evidence.asked if not finding.ref.article and not finding.citable and finding.note]


def _asked(question: Question, evidence: Evidence) -> Iterator[Sentence]:
    """Articles that the question names: their words, or why there are none."""
    named = [finding for finding in evidence.asked if finding.ref.article]
    standing = tuple(finding.ref for finding in named if finding.citable)
    if standing:
        yield say("law_stands", Role.CONCLUSION, standing, day=day_words(question.day))
    for finding in named:
        if finding.citable:
            yield quotation(finding.ref, finding.text)
        elif finding.note:
            yield say("finding", Role.CONCLUSION, note=finding.note)
        else:
            yield say("not_known", Role.CONCLUSION)


def _from_guide(guide: Guide, evidence: Evidence) -> Iterator[Sentence]:
    yield say("understood_as", Role.NOTE, title=guide.title)
    yield from (_stated(guide, statement, Role.CONCLUSION) for statement in guide.answer)
    yield from _quoted(guide, evidence)
    yield from (_stated(guide, statement, Role.STEP) for statement in guide.steps)
    yield from (_stated(guide, statement, Role.DEADLINE) for statement in guide.deadlines)
    yield from (Sentence(text, Role.EVIDENCE, Origin.GUIDE, source=guide.id) for text in guide.evidence)
    yield from (Sentence(text, Role.WHERE, Origin.GUIDE, source=guide.id) for text in guide.offices)
    yield from (say("hotline", Role.WHERE, number=n, name=hotlines()[n]) for n in guide.hotlines if n in hotlines())


def _from_articles(evidence: Evidence) -> Iterator[Sentence]:
    yield from (quotation(ref, text) for ref, text in _articles(evidence)[:3])


def _articles(evidence: Evidence) -> list[tuple[ArticleRef, str]]:
    """The nearest articles, where they are near enough; a text without articles has none to cite."""
    if evidence.confidence < ENOUGH:
        return []
    return [(p.ref, p.text) for p in evidence.passages if p.ref and p.ref.article]


def _gaps(evidence: Evidence) -> Iterator[Sentence]:
    """Law known to be missing: said first, so that nothing below reads as a flat yes or no."""
    if evidence.gaps:
        yield say("gap_first", Role.CONCLUSION, title="》《".join(gap.title for gap in evidence.gaps))
    yield from (say("gap", Role.NOTE, note=gap.note) for gap in evidence.gaps)


def _quoted(guide: Guide, evidence: Evidence) -> Iterator[Sentence]:
    """The words of the articles behind the card's answer, then behind the rest, as far as they stand that day."""
    first = [ref for statement in guide.answer for ref in statement.law]
    findings: dict[ArticleRef, Finding] = {finding.ref: finding for finding in evidence.support}
    refs = [ref for ref in dict.fromkeys((*first, *guide.refs)) if ref not in evidence.stale]
    standing = [findings[ref] for ref in refs if ref in findings and findings[ref].citable]
    yield from (quotation(finding.ref, finding.text) for finding in standing[:QUOTED])


def _stated(guide: Guide, statement: Statement, role: Role) -> Sentence:
    return Sentence(statement.text, role, Origin.GUIDE, statement.law, source=guide.id)


def quotation(ref: ArticleRef, text: str) -> Sentence:
    """The law's own words as a sentence of the draft."""
    words = phrase("quotation", law=ref.law, place=ref.place, text=text)
    return Sentence(words, Role.LAW, Origin.STATUTE, (ref,), quote=text)


def _interviews(evidence: Evidence, guide: Guide | None, matter: str) -> tuple[Interview, ...]:
    """The interviews of the matter that the answer is about; none where articles are asked for."""
    return () if asks_for_articles(evidence) else offered_for(guide.matter if guide else matter)[:2]


def _offers(evidence: Evidence, guide: Guide | None, matter: str) -> Iterator[Offer]:
    """Other cards that may fit, articles found where nothing else answers, interviews, and always a person."""
    if not asks_for_articles(evidence):
        if evidence.guide_confidence >= WORTH_ASKING:
            yield from (Offer("guide", other.id, other.title) for other in evidence.guides if other is not guide)
        if guide is None:
            for ref, _ in _articles(evidence)[:5]:
                yield Offer("article", str(ref), f"看《{ref.law}》{ref.place}")
    for one in _interviews(evidence, guide, matter):
        yield Offer("interview", one.id, offer_label(one))
    yield Offer("person", guide.desk if guide and guide.desk != "none" else "lawyer", "找人来回答")
