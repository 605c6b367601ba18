"""Composition by a language model: it leads the answer; the law's own words and the curated steps follow as always."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.composition.generator import Generator, Prompt, sentences
from assistant.composition.quotation import best_guide
from assistant.errors import GeneratorUnavailable
from assistant.model import Draft, Evidence, Origin, Question, Role, Sentence
from assistant.phrases import phrase, say
from assistant.stages import Compose
from knowledge import mask

_WARNINGS = frozenset({"signal", "problem", "starter", "index", "understood_as", "which_card", "gap_first", "gap"})
"""Phrases that stand before what a model says: danger first, and that law is missing before anything sounds final."""


@dataclass(frozen=True, slots=True)
class Generated:
    """The stage with a language model. `quote` composes what the model's sentences are put in front of."""

    generator: Generator
    quote: Compose

    def __call__(self, question: Question, evidence: Evidence) -> Draft:
        """The draft; the model is asked only where quotation found something to say."""
        quoted = self.quote(question, evidence)
        lines = tuple(quoted.sentences)
        if all(line.origin is Origin.PHRASE for line in lines):
            return replace(quoted, sentences=lines)
        return replace(quoted, sentences=self._led(question, evidence, lines))

    def _led(self, question: Question, evidence: Evidence, lines: tuple[Sentence, ...]) -> Iterator[Sentence]:
        """Warnings, the model's sentences as they come, then the rest; what the model has said is not said again."""
        yield from (line for line in lines if line.source in _WARNINGS)
        said = set()
        for sentence in self._written(question, evidence):
            said.add(sentence.text)
            yield sentence
        for line in lines:
            if line.source not in _WARNINGS and not _repeats(line, said):
                yield line

    def _written(self, question: Question, evidence: Evidence) -> Iterator[Sentence]:
        """The model's sentences; a model that fails is said to have failed."""
        try:
            for text in sentences(self.generator.write(prompt_for(question, evidence))):
                yield Sentence(text, Role.CONCLUSION, Origin.GENERATED)
        except GeneratorUnavailable:
            yield say("generator", Role.NOTE)


def _repeats(line: Sentence, said: set[str]) -> bool:
    """Whether a line says again what the model said: a card's conclusion only, whose verdict is the same for both.

    A fixed sentence always stays, or a model could silence it by saying it first.
    """
    return line.origin is Origin.GUIDE and line.role is Role.CONCLUSION and line.text in said


@cache
def _prompts() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "prompts.toml").read_text("utf-8"))


def prompt_for(question: Question, evidence: Evidence) -> Prompt:
    """The rules of writing, and the question with every sentence that may be quoted."""
    articles = [(passage.ref, passage.text) for passage in evidence.passages if passage.ref]
    articles += [(f.ref, f.text) for f in (*evidence.asked, *evidence.support) if f.citable and f.text]
    lines = [phrase("quotation", law=ref.law, place=ref.place, text=text) for ref, text in articles]
    guide = best_guide(evidence)
    statements = [s.text for s in guide.statements if evidence.stale.isdisjoint(s.law)] if guide else []
    material = _prompts()["material"].format(
        question=mask(question.plain).text, law="\n".join(dict.fromkeys(lines)), statements="\n".join(statements)
    )
    return Prompt(_prompts()["rules"], material)
