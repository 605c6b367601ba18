"""The values of one question's way, in the order in which they are made.

Turn -> Conversation -> Question -> Evidence -> Draft -> Answer -> Handoff -> Reply
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from assistant.steps import Heard, Running, Step
from knowledge import ArticleRef, Finding, Gap, Guide, Passage, simplified


class Service(StrEnum):
    """The 13 services of the 12348 platform."""

    LAWYER = "lawyer"
    NOTARY = "notary"
    LEGAL_AID = "legal_aid"
    APPRAISAL = "appraisal"
    MEDIATION = "mediation"
    BAR_EXAM = "bar_exam"
    PUBLICITY = "publicity"
    DISCLOSURE = "disclosure"
    LICENSING = "licensing"
    CONSULTATION = "consultation"
    CREDIT = "credit"
    COMPLAINTS = "complaints"
    CASE_LIBRARY = "case_library"


class Urgency(StrEnum):
    """How soon a person should take over."""

    ROUTINE = "routine"
    SOON = "soon"  # a deadline is near, or the person asked for a human
    NOW = "now"  # danger to life, violence, a detained person


URGENT_FIRST = {Urgency.NOW: 0, Urgency.SOON: 1, Urgency.ROUTINE: 2}
"""The order of urgency, for sorting."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a channel hands in: one thing said. `day` is the day of the event, `region` a GB/T 2260 code, if given.

    `start` is the id of an interview to begin (`calculator:severance` for a calculator); the question may be empty.
    """

    question: str
    conversation: str | None = None
    day: date | None = None
    region: str | None = None
    channel: str = "api"
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn that was answered: what was asked, how it was understood, what was said."""

    answer_id: str
    asked_at: datetime
    question: str
    matter: str
    refs: tuple[ArticleRef, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What has been said so far, oldest first, with the day and region that the person has named.

    `running` is the interview that is under way, if one is.
    """

    id: str
    exchanges: tuple[Exchange, ...] = ()
    day: date | None = None
    region: str | None = None
    turn: Turn | None = None
    running: Running | None = None

    @property
    def last(self) -> Exchange | None:
        """The latest exchange."""
        return self.exchanges[-1] if self.exchanges else None


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that the question seems to be about, and how likely it is."""

    matter: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `text` is what was said, in its own script; `words` what is searched for, in simplified characters (a follow-up
    carries the earlier question along); `today` the civil date of the turn; `day` the day whose law is asked;
    `asked_refs` the articles that the text names; `signals` the ids of the emergency or request rules that matched;
    `problems` plain Chinese sentences about the input; `parts` the questions of a message that asks several things, of
    which the first is answered.
    `running` is the interview after this turn, `heard` how it took the turn in, `step` its next question; `finished`
    whether this turn is answered by what the interview comes to.
    """

    text: str
    words: str
    today: date
    day: date
    region: str
    service: Service
    matter: str
    topics: tuple[Topic, ...] = ()
    asked_refs: tuple[ArticleRef, ...] = ()
    signals: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    follow_up: bool = False
    parts: tuple[str, ...] = ()
    running: Running | None = None
    heard: Heard | None = None
    step: Step | None = None
    finished: bool = False

    @property
    def plain(self) -> str:
        """The text in simplified characters: what the rules and a language model read."""
        return simplified(self.text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was retrieved. Only what stands here may be cited.

    `asked` are the findings for articles that the question names; `passages` ranked articles in force on the day;
    `guides` ranked cards; `support` the resolved articles behind the first card; `stale` those of them whose text on
    the day asked is not the text that the card was checked against; `changed` today's findings for articles whose text
    is no longer that of the day asked; `gaps` law known to be missing from the sources that the matter touches;
    `confidence` and `guide_confidence` in [0, 1] that the best article, the best card answers the question;
    `statutes` whether any statute text is installed; `faults` what of knowledge does not work (phrases of that name);
    `reach` tells in plain Chinese how far the statutes held reach.
    """

    asked: tuple[Finding, ...] = ()
    passages: tuple[Passage, ...] = ()
    guides: tuple[Guide, ...] = ()
    support: tuple[Finding, ...] = ()
    stale: frozenset[ArticleRef] = frozenset()
    changed: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    confidence: float = 0.0
    guide_confidence: float = 0.0
    statutes: bool = True
    faults: tuple[str, ...] = ()
    reach: str = ""


class Role(StrEnum):
    """What a sentence does in the answer."""

    CONCLUSION = "conclusion"
    LAW = "law"
    STEP = "step"
    DEADLINE = "deadline"
    EVIDENCE = "evidence"
    WHERE = "where"
    SUM = "sum"  # one line of a calculator's working
    NOTE = "note"


class Origin(StrEnum):
    """Where a sentence's words come from; each origin is verified by its own rule."""

    STATUTE = "statute"  # the law's own words
    GUIDE = "guide"  # a curated statement of a guide card
    PHRASE = "phrase"  # a fixed sentence of Lawline's phrase book
    INTERVIEW = "interview"  # a curated statement of an interview's outcome
    CALCULATOR = "calculator"  # a line of a working
    GENERATED = "generated"  # a language model's


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft. `cites` are the articles it rests on; `quote` the law's words it claims to repeat.

    `source` is the id of the guide, phrase, interview or calculator; empty for statutes and generated sentences.
    """

    text: str
    role: Role
    origin: Origin
    cites: tuple[ArticleRef, ...] = ()
    quote: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A next action that a channel can start: kind is guide, person, article, interview, calculator or document."""

    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that has not been verified. `sentences` may be lazy: a model's come one by one."""

    sentences: Iterable[Sentence]
    missing: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of the answer; `start`/`end` are the article's interval of force (end exclusive, None when open)."""

    ref: ArticleRef
    law: str
    quote: str
    start: date | None
    end: date | None
    status: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found about one sentence: the citations that resolved, and the rule it broke, if any.

    `rule` is empty when the sentence passed. Only a verdict brings a sentence into an answer.
    """

    sentence: Sentence
    citations: tuple[Citation, ...] = ()
    rule: str = ""

    @property
    def passed(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.rule

    @property
    def answers(self) -> bool:
        """Whether it says something: a conclusion, law or sum that may be shown, and no language model's greeting."""
        says = self.sentence.origin is not Origin.GENERATED or bool(self.citations)
        return self.passed and says and self.sentence.role in (Role.CONCLUSION, Role.LAW, Role.SUM)


@dataclass(frozen=True, slots=True)
class Answer:
    """The verified answer: every sentence and citation in it stands in a verdict that passed.

    `degraded` are the marks of what did not work (`notices.py` says each in plain words); empty for a whole answer.
    """

    verdicts: tuple[Verdict, ...]
    missing: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    degraded: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the sentences shown, each article part once, in order."""
        seen: dict[ArticleRef, Citation] = {}
        for verdict in self.verdicts:
            for citation in verdict.citations if verdict.passed else ():
                if citation.ref not in seen or (citation.quote and not seen[citation.ref].quote):
                    seen[citation.ref] = citation
        return tuple(seen.values())

    @property
    def removed(self) -> int:
        """How many sentences verification did not let through."""
        return sum(not verdict.passed for verdict in self.verdicts)

    @property
    def shown(self) -> tuple[Sentence, ...]:
        """The sentences that passed, in order."""
        return tuple(verdict.sentence for verdict in self.verdicts if verdict.passed)

    def lines(self, role: Role) -> tuple[Sentence, ...]:
        """The sentences shown that play the role, in order."""
        return tuple(sentence for sentence in self.shown if sentence.role is role)


@dataclass(frozen=True, slots=True)
class Handoff:
    """The decision that a person takes over: which desk, how soon, why (plain Chinese). `lines` are numbers to call."""

    needed: bool = False
    desk: str = "none"
    urgency: Urgency = Urgency.ROUTINE
    reason: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What leaves: the verified answer with its question, its hand-off and the whole as plain text.

    `related` are questions that people ask about the articles cited, not the one just asked.
    """

    answer_id: str
    conversation: str
    question: Question
    answer: Answer
    handoff: Handoff
    notice: str
    text: str
    made_at: datetime
    related: tuple[str, ...] = ()

    @property
    def step(self) -> Step | None:
        """The next question of the running interview, where one waits for an answer."""
        return self.question.step
