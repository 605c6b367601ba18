"""What a draft may rest on: the articles that were retrieved, resolved part by part for the day asked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.model import Citation, Evidence
from knowledge import ArticleRef, Finding, Guide, Status

Resolve = Callable[[ArticleRef, date], Finding]


@dataclass(frozen=True, slots=True)
class Sources:
    """The retrieved sources of one question. `resolve` looks up a part of an article on a day."""

    resolve: Resolve
    day: date
    retrieved: frozenset[ArticleRef]
    guide: Guide | None
    stale: frozenset[ArticleRef]
    statutes: bool

    @classmethod
    def of(cls, evidence: Evidence, day: date, resolve: Resolve) -> "Sources":
        """The sources that the evidence holds."""
        found = (_article_of(finding) for finding in (*evidence.asked, *evidence.support))
        passages = (p.ref.whole_article for p in evidence.passages if p.ref)
        return cls(
            resolve=resolve,
            day=day,
            retrieved=frozenset((*found, *passages)),
            guide=evidence.guides[0] if evidence.guides else None,
            stale=evidence.stale,
            statutes=evidence.statutes,
        )

    def find(self, ref: ArticleRef) -> tuple[Finding, str]:
        """What the reference resolves to, and the rule it breaks (empty when it may be cited)."""
        finding = self.resolve(ref, self.day)
        if not ref.article:
            return finding, "citation.names_no_article"
        if finding.law is None:
            return finding, f"citation.{finding.miss.value}"
        if _article_of(finding) not in self.retrieved:
            return finding, "citation.not_retrieved"
        if not finding.text:
            return finding, f"citation.{finding.miss.value}"
        return finding, "" if finding.status is Status.IN_FORCE else f"citation.{finding.status.value}"


def _article_of(finding: Finding) -> ArticleRef:
    """The whole article found, under the law's own id: a nickname and the title are the same source."""
    ref = finding.ref.whole_article
    return replace(ref, law=finding.law.id) if finding.law else ref


def citation(finding: Finding, quote: str, verified: bool = True) -> Citation:
    """The citation that an answer carries for a finding."""
    force = finding.version.force if finding.version else None
    return Citation(
        ref=replace(finding.ref, law=finding.law.id) if finding.law else finding.ref,
        law=finding.law.title if finding.law else finding.ref.law,
        quote=quote,
        start=force.start.exact if force else None,
        end=force.end.exact if force and force.end else None,
        status=finding.status.value,
        verified=verified,
    )
