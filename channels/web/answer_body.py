"""What leaves: the reply as the API documents it. The values come from `assistant.reply_json`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from channels.web.days import Day
from channels.web.examples import REPLY
from knowledge import Status


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class CitationBody(_Body):
    """An article that the answer rests on, and its interval of force."""

    ref: str = Field(description="The part cited: 民法典第一千零七十九条第三款第二项.")
    law: str = Field(description="Full title of the law.")
    quote: str = Field(description="The law's own words that are quoted; empty where none are.")
    from_: Day | None = Field(alias="from", description="First day of force of this text; null where unknown.")
    to: Day | None = Field(description="First day on which it no longer holds; null while it holds or where unknown.")
    status: Status = Field(description="Whether it was in force on the reply's day.")
    verified: bool = Field(description="Whether it was checked against an installed statute.")


class StepBody(_Body):
    """One line of a sum, one thing to do, one deadline, one piece of evidence to keep, or one place to go."""

    kind: Literal["sum", "step", "deadline", "evidence", "where"]
    text: str
    law: list[str] = Field(description="References of the articles behind it.")


class OfferBody(_Body):
    """A next action that the channel can start."""

    kind: str = Field(description="guide, person, article, interview, calculator or document.")
    id: str
    label: str = Field(description="What the button says; for interviews and calculators, asking it starts them.")


class OptionBody(_Body):
    """One of the answers to a question of an interview."""

    id: str
    label: str = Field(description="What the button says; it can be sent as the next question.")


class UnderstoodBody(_Body):
    """A fact that the interview has understood; 「改：」 and its label, sent as a question, asks for it again."""

    id: str
    label: str
    said: str


class InterviewStepBody(_Body):
    """The next question of a running interview. The answer is sent as the next question, in any words."""

    interview: str
    title: str
    id: str = Field(description="The fact that is asked for.")
    question: str
    why: str
    kind: str = Field(description="money, date, span, number, share, choice, flag, region or text.")
    choices: list[OptionBody]
    unit: str
    skippable: bool = Field(description="Whether 「不知道」 is an answer.")
    understood: list[UnderstoodBody]
    done: int = Field(ge=0)
    total: int = Field(ge=0)


class HandoffBody(_Body):
    """Whether a person takes over, and which desk."""

    needed: bool
    desk: str = Field(description="lawyer, legal_aid, mediation, notary, appraisal, crisis, or none.")
    urgency: Literal["routine", "soon", "now"]
    reason: str
    lines: list[str] = Field(description="Telephone numbers to call.")


class AnswerBody(_Body):
    """The reply: the verified answer, its sources, and what comes next."""

    model_config = ConfigDict(json_schema_extra={"examples": [REPLY]})

    answer_id: str
    conversation: str = Field(description="Send it back with the next question of the same conversation.")
    day: Day = Field(description="The day whose law answers.")
    region: str = Field(description="GB/T 2260 code; 000000 is the nation.")
    service: str = Field(description="The service of the 12348 platform that the question belongs to.")
    matter: str = Field(description="Two-level id of the matter (案由), empty where it was not recognised.")
    conclusion: str
    citations: list[CitationBody]
    steps: list[StepBody]
    missing: list[str] = Field(description="Facts on which the answer depends and that the question does not tell.")
    offers: list[OfferBody]
    step: InterviewStepBody | None = Field(description="The next question of a running interview, where there is one.")
    handoff: HandoffBody
    degraded: bool = Field(description="Whether something did not work; `notice` says what.")
    removed: int = Field(description="Sentences that did not pass verification and are not shown.", ge=0)
    notice: str = Field(description="What must stand under the answer, the label of generated text included.")
    text: str = Field(description="The whole answer as plain text.")
    related: list[str] = Field(
        description="At most three questions that people ask about the articles cited; each can be asked as it is.",
        max_length=3,
    )


class SentenceBody(_Body):
    """One verified sentence, as the stream sends it."""

    role: Literal["conclusion", "law", "sum", "step", "deadline", "evidence", "where", "note"]
    origin: Literal["statute", "guide", "phrase", "interview", "calculator", "generated"]
    text: str
    law: list[str]
