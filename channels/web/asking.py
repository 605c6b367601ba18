"""What comes in: a question as JSON, checked at the door."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant import Turn
from channels.turns import checked_turn
from channels.web.days import Day

Region = Annotated[str, Field(pattern=r"^[0-9]{6}$")]
ConversationId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class Ask(BaseModel):
    """One thing said by a person."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {"question": "公司拖欠三个月工资，我该怎么办？"},
                {"question": "民法典第一千零七十九条", "day": "2021-03-01", "region": "310000", "conversation": "c-1"},
            ]
        },
    )

    question: Annotated[str, Field(min_length=1, max_length=2000, description="The question, in plain words.")]
    conversation: Annotated[
        ConversationId | None, Field(description="Id of the conversation that goes on; a new one where it is left out.")
    ] = None
    day: Annotated[
        Day | None, Field(description="Day of the event: the law of that day answers. Today where it is left out.")
    ] = None
    region: Annotated[Region | None, Field(description="GB/T 2260 code of the region; the nation where left out.")] = (
        None
    )

    start: Annotated[
        str | None,
        Field(max_length=80, description="Id of an interview to begin (`calculator:…` for a calculator)."),
    ] = None

    def turn(self, channel: str) -> Turn:
        """The turn that the assistant hears."""
        return checked_turn(Turn(self.question, self.conversation, self.day, self.region, channel, self.start))
