"""An answer as server-sent events: a `sentence` for each verified sentence, then the whole; an `error` if it breaks."""

import json
import logging
from collections.abc import Callable, Iterator
from itertools import chain

from sse_starlette import EventSourceResponse, ServerSentEvent

from assistant import Assistant, Reply, Sentence, Turn, sentence_json
from channels.web.problems import problem_json, problem_of

log = logging.getLogger("lawline.web")

Whole = Callable[[Reply], tuple[str, str]]
"""(event name, data) for the reply that ends a stream."""


def answer_events(assistant: Assistant, turn: Turn, whole: Whole) -> EventSourceResponse:
    """The events for a turn. What fails before the first sentence raises here, so that it gets a status of its own."""
    parts = assistant.stream(turn)
    first = next(parts)
    return EventSourceResponse(_events(chain((first,), parts), whole), headers={"Cache-Control": "no-store"})


def as_json(value: object) -> str:
    """JSON in one line, in UTF-8 and not escaped."""
    return json.dumps(value, ensure_ascii=False)


def _events(parts: Iterator[Sentence | Reply], whole: Whole) -> Iterator[ServerSentEvent]:
    try:
        for part in parts:
            if isinstance(part, Reply):
                event, data = whole(part)
                yield ServerSentEvent(data, event=event)
            else:
                yield ServerSentEvent(as_json(sentence_json(part)), event="sentence")
    except Exception as error:  # the status line is sent already: only an event can tell
        log.exception("a stream broke")
        yield ServerSentEvent(problem_json(problem_of(error)), event="error")
