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
from assistant.phrases import say
from assistant.stages import Compose


@dataclass(frozen=True, slots=True)
class Generated:
    """The stage with a language model. `quote` composes what the model's sentences are put in front of."""

    generator: Generator
    quote: Compose

    def __call__(self, question: Question, evidence: Evidence) -> Draft:
        """The draft; the model is asked only where there is evidence to speak about."""
        quoted = self.quote(question, evidence)
        if not (evidence.passages or evidence.guides):
            return quoted
        return replace(quoted, sentences=self._lead(question, evidence, quoted))

    def _lead(self, question: Question, evidence: Evidence, quoted: Draft) -> Iterator[Sentence]:
        """The model's sentences as they come, then the quoted draft; a model that fails is said to have failed."""
        try:
            for text in sentences(self.generator.write(prompt_for(question, evidence))):
                yield Sentence(text, Role.CONCLUSION, Origin.GENERATED)
        except GeneratorUnavailable:
            yield say("generator", Role.NOTE)
        yield from quoted.sentences


@cache
def _prompts() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "prompts.toml").read_text("utf-8"))


def prompt_for(question: Question, evidence: Evidence) -> Prompt:
    """The rules of writing, and the question with every sentence that may be quoted."""
    lines = [f"《{p.ref.law}》{p.ref.place}：“{p.text}”" for p in evidence.passages if p.ref]
    lines += [f"《{f.ref.law}》{f.ref.place}：“{f.text}”" for f in (*evidence.asked, *evidence.support) if f.citable]
    guide = best_guide(question, evidence)
    statements = [statement.text for statement in guide.statements] if guide else []
    return Prompt(
        rules=_prompts()["rules"],
        material=_prompts()["material"].format(
            question=question.text, law="\n".join(dict.fromkeys(lines)), statements="\n".join(statements)
        ),
    )
