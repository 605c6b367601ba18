"""Generated sentences: each stands by itself, with its citation, its quotation, and nothing else that needs a source.

A sentence that passes is a bridge, or a row of citations, each followed by the law's words (or one quotation followed
by its citation). Everything that is neither a citation nor a quotation must be a bridge for the place where it stands.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.model import Citation, Sentence, Verdict
from assistant.verification.bridges import closes, is_bridge, joins, leads, says, trails
from assistant.verification.quotes import Quoted, blanked, quotes_in
from assistant.verification.sources import Sources, citation
from assistant.verification.wholeness import fault_of
from knowledge import Finding, Mention, ReferenceSyntaxError, parse_ref

FindRefs = Callable[[str], list[Mention]]

# Invisible characters, markup, links: a sentence of plain Chinese has none.
_STRANGE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff<>{}|`*#@\\\\]|https?:|www\\."
)

# 民法典（2017年修正）, 2017年民法典: a library forgives such years; whatever stands there would be shown.
_ADORNED = re.compile("[0-9]|（(?![一二三四五六七八九十]+）)")


def check_generated(sentence: Sentence, sources: Sources, find_refs: FindRefs) -> Verdict:
    """The verdict on a sentence that a language model wrote; one that passes carries its citations."""
    text = sentence.text
    if _STRANGE.search(text):
        return Verdict(sentence, rule="text.strange_characters")
    if is_bridge(text):
        return Verdict(sentence)
    quotes = quotes_in(text)
    if quotes is None:
        return Verdict(sentence, rule="quote.not_closed")
    mentions = find_refs(blanked(text, quotes))
    rule = _badly_named(text, mentions) or _misplaced(text, mentions, quotes)
    if rule:
        return Verdict(sentence, rule=rule)
    return _check_quoted(sentence, mentions, quotes, sources)


def _badly_named(text: str, mentions: list[Mention]) -> str:
    """Each citation gives law and article in full and nothing besides: no 前款, no 同法, no words in brackets."""
    if not mentions:
        return "claim.without_source"
    if any(mention.anaphoric for mention in mentions):
        return "citation.anaphoric"
    for mention in mentions:
        try:
            named = parse_ref(text[mention.start : mention.end])
        except ReferenceSyntaxError:
            return "citation.not_in_full"
        if named != mention.ref:
            return "citation.not_in_full"
    return ""


def _adorned(name: str, finding: Finding) -> str:
    """Whether a law is named with years or words in brackets that are not part of its title."""
    own = finding.law is not None and name == finding.law.id
    return "citation.not_in_full" if not own and _ADORNED.search(name) else ""


def _misplaced(text: str, mentions: list[Mention], quotes: list[Quoted]) -> str:
    """Whether every citation has its quotation, and the words around them are bridges."""
    if len(quotes) != len(mentions):
        return "citation.without_its_quotation" if len(quotes) < len(mentions) else "quote.without_citation"
    pairs = list(zip(mentions, quotes, strict=True))
    if len(pairs) == 1 and quotes[0].end <= mentions[0].start:
        return "" if _quoted_first(text, mentions[0], quotes[0]) else "claim.without_source"
    done = 0
    for mention, quote in pairs:
        if not done <= mention.start < mention.end <= quote.start:
            return "citation.without_its_quotation"
        before = text[done : mention.start]
        if not (joins(before) if done else leads(before)) or not says(text[mention.end : quote.start]):
            return "claim.without_source"
        done = quote.end
    return "" if closes(text[done:]) else "claim.without_source"


def _quoted_first(text: str, mention: Mention, quote: Quoted) -> bool:
    """“…”，见《…》第十条。"""
    before, between, after = text[: quote.start], text[quote.end : mention.start], text[mention.end :]
    return is_bridge(before) and trails(between) and closes(after)


def _check_quoted(sentence: Sentence, mentions: list[Mention], quotes: list[Quoted], sources: Sources) -> Verdict:
    """Each citation stands that day and was retrieved, and its quotation is verbatim and whole."""
    citations: list[Citation] = []
    for mention, quote in zip(mentions, quotes, strict=True):
        finding, rule = sources.find(mention.ref)
        rule = rule or _adorned(mention.ref.law, finding) or fault_of(quote.words, finding)
        if rule:
            return Verdict(sentence, rule=rule)
        citations.append(citation(finding, quote.words.strip()))
    cites = tuple(cited.ref for cited in citations)
    return Verdict(
        replace(sentence, cites=cites, quote="\n".join(cited.quote for cited in citations)), tuple(citations)
    )
