"""How far the corpora reach, in one sentence that can stand under every answer."""

from collections.abc import Mapping
from datetime import date

from knowledge.gaps import load_gaps


def reach_of(corpora: Mapping[str, date]) -> str:
    """收录范围 as plain Chinese: the day of the newest corpus, and the ranges that still miss.

    Empty without corpora. Ranges without a first day are not about time; the coverage page tells them.
    """
    if not corpora:
        return ""
    newest = max(corpora.values())
    late = [gap.title for gap in load_gaps() if gap.kind == "range" and gap.effective and not gap.until]
    missing = f"，还没有收录{'、'.join(late)}" if late else ""
    return f"收录范围：国家法律到{newest.isoformat()}{missing}。"
