"""Generated sentences: each stands by itself, with its citation, its quotation, and nothing else that needs a source."""

import re
from collections.abc import Callable

from assistant.model import Citation, Sentence, Verdict
from assistant.verification.bridges import is_bridge
from assistant.verification.quotes import Quoted, quotes_in, stands_in
from assistant.verification.sources import Sources, citation
from knowledge import Mention

FindRefs = Callable[[str], list[Mention]]

_STRANGE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff<>{}\[\]|`*#@\\]|https?:|www\.")
"""Invisible characters, markup, links: a sentence of plain Chinese has none."""


def check_generated(sentence: Sentence, sources: Sources, question: str, find_refs: FindRefs) -> Verdict:
    """The verdict on a sentence that a language model wrote."""
    text = sentence.text
    if _STRANGE.search(text):
        return Verdict(sentence, rule="text.strange_characters")
    quotes = quotes_in(text)
    if quotes is None:
        return Verdict(sentence, rule="quote.not_closed")
    spans = [(quote.start, quote.end) for quote in quotes]
    mentions = [m for m in find_refs(text) if not any(start <= m.start < end for start, end in spans)]
    if any(mention.anaphoric for mention in mentions):
        return Verdict(sentence, rule="citation.anaphoric")
    if not mentions:
        return _check_bridge(sentence, question)
    return _check_quoting(sentence, mentions, quotes, sources, question)


def _check_bridge(sentence: Sentence, question: str) -> Verdict:
    return Verdict(sentence, rule="" if is_bridge(sentence.text, question) else "claim.without_source")


def _check_quoting(
    sentence: Sentence, mentions: list[Mention], quotes: list[Quoted], sources: Sources, question: str
) -> Verdict:
    """Each citation is followed by its own quotation; between them stand only bridges."""
    citations: list[Citation] = []
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        until = following.start if following else len(sentence.text)
        own = [quote for quote in quotes if mention.end <= quote.start < until]
        finding, rule = sources.find(mention.ref)
        if rule:
            return Verdict(sentence, rule=rule)
        if len(own) != 1:
            return Verdict(sentence, rule="citation.without_its_quotation")
        if not stands_in(own[0].words, finding.text):
            return Verdict(sentence, rule="quote.not_verbatim")
        citations.append(citation(finding, own[0].words))
    if len(quotes) != len(mentions):
        return Verdict(sentence, rule="quote.without_citation")
    if not is_bridge(_between(sentence.text, mentions, quotes), question):
        return Verdict(sentence, rule="claim.without_source")
    return Verdict(sentence, tuple(citations))


def _between(text: str, mentions: list[Mention], quotes: list[Quoted]) -> str:
    """The text without its citations and quotations; each leaves a comma, so that no word is joined over it."""
    cuts = sorted([(m.start, m.end) for m in mentions] + [(q.start, q.end) for q in quotes], reverse=True)
    for start, end in cuts:
        text = text[:start] + "，" + text[end:]
    return text
