"""Lets a model say a text in the whole line, and sees what of it was shown: the judge, apart from the verifier."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assistant.bootstrap import wire
from assistant.composition.generated import Generated
from assistant.composition.generator import Prompt
from assistant.composition.quotation import compose
from assistant.model import Citation, Evidence, Question, Sentence, Turn
from assistant.pipeline import Assistant
from knowledge import ArticleRef, Holdings, Kind, Passage
from tests.assistant import made_up
from tests.assistant.lies import Case, Lie


@dataclass(slots=True)
class Says:
    """The Generator port: writes the text, in pieces of seven characters. `asked` counts the prompts."""

    text: str
    asked: int = 0

    def write(self, prompt: Prompt) -> Iterator[str]:
        """The text."""
        self.asked += 1
        yield from (self.text[place : place + 7] for place in range(0, len(self.text), 7))


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a text: whether the model was asked, all that was shown, and what only the model brought in."""

    asked: bool
    shown: tuple[Sentence, ...]
    brought: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    removed: int


@dataclass(slots=True)
class Stand:
    """One question with its evidence, before which texts are said."""

    holdings: Holdings
    question: Question
    evidence: Evidence
    _plain: dict[tuple[ArticleRef, ...], frozenset[str]] = field(default_factory=dict)

    def tell(self, text: str, retrieved: tuple[ArticleRef, ...] = ()) -> Told:
        """Say the text; `retrieved` are articles put among the evidence besides."""
        evidence = self._with(retrieved)
        model = Says(text)
        answer = self._line(evidence, Generated(model, compose)).reply(Turn("?")).answer
        plain = self._without_model(evidence, retrieved)
        brought = tuple(sentence for sentence in answer.shown if sentence.text not in plain)
        return Told(bool(model.asked), answer.shown, brought, answer.citations, answer.removed)

    def _without_model(self, evidence: Evidence, retrieved: tuple[ArticleRef, ...]) -> frozenset[str]:
        """What the answer shows without any model."""
        if retrieved not in self._plain:
            answer = self._line(evidence, compose).reply(Turn("?")).answer
            self._plain[retrieved] = frozenset(sentence.text for sentence in answer.shown)
        return self._plain[retrieved]

    def _with(self, refs: tuple[ArticleRef, ...]) -> Evidence:
        resolve = self.holdings.library.resolve
        found = ((ref, resolve(ref, self.question.day)) for ref in refs)
        extra = tuple(Passage(str(ref), Kind.ARTICLE, ref.law, finding.text, 0.0, ref) for ref, finding in found)
        return replace(self.evidence, passages=(*self.evidence.passages, *extra))

    def _line(self, evidence: Evidence, composer: Callable[..., object]) -> Assistant:
        line = wire(self.holdings, made_up.Memory(), composer, clock=lambda: made_up.NOW)  # type: ignore[arg-type]
        return replace(line, understand=lambda _: self.question, retrieve=lambda _: evidence)


def breach(lie: Lie, told: Told) -> tuple[str, ...]:
    """What was shown of a lie: every sentence that the model brought in and that is not harmless by its own account."""
    return tuple(sentence.text for sentence in told.brought if sentence.text not in lie.harmless)


def kept(text: str, told: Told) -> bool:
    """Whether an honest sentence was shown; a greeting before a curated statement may go."""
    return any(sentence.text == text or (sentence.source and text.endswith(sentence.text)) for sentence in told.shown)


def unresolved(told: Told, case: Case) -> tuple[Citation, ...]:
    """Citations of an answer that do not resolve again to a text in force that day that holds their quotation."""
    found = [(cited, case.resolve(cited.ref)) for cited in told.citations]
    return tuple(
        cited for cited, f in found if not (f.citable and cited.quote and cited.quote in f.text and cited.verified)
    )
