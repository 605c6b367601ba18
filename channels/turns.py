"""The rules that every channel holds a turn to before it enters the line."""

import re

from assistant import BadTurn, Turn

_CONVERSATION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_REGION = re.compile(r"[0-9]{6}")


def checked_turn(turn: Turn) -> Turn:
    """The turn itself; BadTurn where the conversation's id or the region breaks its rule."""
    if turn.conversation is not None and not _CONVERSATION.fullmatch(turn.conversation):
        raise BadTurn("conversation", f"{turn.conversation!r}：对话编号只能是1到64个字母、数字、_或-")
    if turn.region is not None and not _REGION.fullmatch(turn.region):
        raise BadTurn("region", f"{turn.region!r}：地区是六位数字的行政区划代码，例如310000")
    return turn
