"""What is said to the interview itself: why, skip, back, again, stop, go on, enough; and questions."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path


class Command(StrEnum):
    """What a person wants of the interview."""

    WHY = "why"
    SKIP = "skip"
    BACK = "back"
    RESTART = "restart"
    STOP = "stop"
    RESUME = "resume"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Commands:
    """The patterns of commands.toml."""

    whole: tuple[tuple[Command, re.Pattern[str]], ...]
    asks: re.Pattern[str]
    nothing: re.Pattern[str]
    courtesy: re.Pattern[str]

    def command(self, text: str) -> Command | None:
        """The command that the text is, and nothing else."""
        plain = self.without_courtesies(text)
        found = next((command for command, pattern in self.whole if pattern.fullmatch(plain)), None)
        return found or (Command.SKIP if self._ends_with_skip(plain) else None)

    def _ends_with_skip(self, text: str) -> bool:
        """还在职，跳过: a wish to skip, with the reason before it."""
        last = re.split(r"[，,。；; ]", text)[-1]
        return any(command is Command.SKIP and pattern.fullmatch(last) for command, pattern in self.whole)

    def without_courtesies(self, text: str) -> str:
        """The text without 好的, 请, 谢谢 and signs around it; the text itself where nothing else is in it."""
        return self.courtesy.sub("", text) or text

    def is_nothing(self, text: str) -> bool:
        """Whether the text says that there is none, or that nothing was fixed."""
        return self.nothing.fullmatch(self.without_courtesies(text)) is not None

    def is_question(self, text: str) -> bool:
        """Whether the text asks something."""
        return self.asks.search(text.rstrip("。！!~～ ")) is not None


@cache
def commands() -> Commands:
    """The patterns, compiled once."""
    table = tomllib.loads((Path(__file__).parent / "commands.toml").read_text("utf-8"))
    return Commands(
        whole=tuple((command, re.compile("|".join(table[command.value]))) for command in Command),
        asks=re.compile("|".join(table["asks"])),
        nothing=re.compile(table["nothing"]),
        courtesy=re.compile(table["courtesy"]),
    )
