"""What a turn told, in words that the person can check."""

from assistant.steps import Heard


def told_words(heard: Heard) -> str:
    """月工资 6500元，入职时间 2021年3月1日."""
    return "，".join(f"{one.label} {one.said}" for one in heard.told)
