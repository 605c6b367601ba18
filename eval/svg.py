"""Pieces of a drawing: scales, ticks, marks. Every text is escaped; colours are the page's, by class."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH = 640
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from `low` to `high` to places from `start` to `end`, in even steps or (`log`) even ratios."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        """The place of a value; values beyond an end stand at that end."""
        held = min(max(value, self.low), self.high)
        share = (
            math.log(held / self.low, self.high / self.low) if self.log else (held - self.low) / (self.high - self.low)
        )
        return self.start + share * (self.end - self.start)

    def ticks(self, wanted: int = 6) -> list[float]:
        """Round values between the ends: about `wanted` even ones, or 1, 2 and 5 of every power of ten."""
        if self.log:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return [step * 10.0**power for power in powers for step in _STEPS if self._holds(step * 10.0**power)]
        step = _round_up((self.high - self.low) / wanted)
        first = math.ceil(self.low / step - 1e-9)
        return [round(number * step, 12) for number in range(first, math.floor(self.high / step + 1e-9) + 1)]

    def _holds(self, value: float) -> bool:
        return self.low * (1 - 1e-9) <= value <= self.high * (1 + 1e-9)


def drawing(title: str, height: float, marks: Iterable[Markup]) -> Markup:
    """An <svg> as wide as its column, read aloud as its title."""
    return Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" xmlns="http://www.w3.org/2000/svg">{}</svg>'
    ).format(WIDTH, _short(height), title, Markup("").join(marks))


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line of a class."""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>').format(*map(_short, (x1, y1, x2, y2)), kind)


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> Markup:
    """Words of a class at a place; `anchor` is start, middle or end."""
    return Markup('<text x="{}" y="{}" class="{}" text-anchor="{}">{}</text>').format(
        _short(x), _short(y), kind, anchor, words
    )


def dot(x: float, y: float, kind: str, radius: float = 4.5) -> Markup:
    """A filled circle of a class."""
    return Markup('<circle cx="{}" cy="{}" r="{}" class="{}"/>').format(_short(x), _short(y), _short(radius), kind)


def box(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A rectangle of a class."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>').format(
        *map(_short, (x, y, width, height)), kind
    )


def path(points: Sequence[tuple[float, float]], kind: str, closed: bool = False) -> Markup:
    """A line through points, or (`closed`) the area that it encloses."""
    steps = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
    return Markup('<path d="M{}{}" class="{}"/>').format(steps, "Z" if closed else "", kind)


def number(value: float) -> str:
    """A tick's value: 0.2, 1, −50, without a tail of zeros."""
    return f"{value:.6g}".replace("-", "−")


def breadth(words: str) -> float:
    """About how wide a small text comes out; Chinese signs are twice as wide as Latin ones."""
    return sum(13 if sign >= "\u2e80" else 8 for sign in words)


def _round_up(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next((one * power for one in (*_STEPS, 10) if one * power >= step * (1 - 1e-9)), 10 * power)


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
