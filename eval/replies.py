"""Whole replies to anybody's questions: the JSON that `lawline ask` and HTTP give, one line a question."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant import Turn, reply_json
from assistant.bootstrap import build
from assistant.settings import AssistantSettings


def write_replies(questions: Sequence[tuple[str, str]], file: Path, progress: Callable[[int, int], None]) -> int:
    """Ask each (id, question) in a conversation of its own and write {"id", "question", "reply"} lines; how many.

    The conversations go to a store of their own that is thrown away. Raises what the assistant's bootstrap raises.
    """
    with tempfile.TemporaryDirectory() as folder, file.open("w", encoding="utf-8") as out:
        wired = build(AssistantSettings(store=f"sqlite:///{folder}/store.sqlite3"))
        for done, (key, question) in enumerate(questions, 1):
            reply = wired.assistant.reply(Turn(question, channel="eval"))
            row = {"id": key, "question": question, "reply": reply_json(reply)}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            progress(done, len(questions))
        wired.engine.dispose()
    return len(questions)
