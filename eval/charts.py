"""Three kinds of chart, as SVG: values with their intervals, lines over an axis, counts as bars."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from eval.svg import WIDTH, Scale, box, breadth, dot, drawing, line, number, path, text

_LABELS = 132  # left of an interval chart
_FIGURES = 190  # right of an interval chart
_ROW = 26
_HEIGHT, _LEFT, _RIGHT, _TOP, _FOOT = 300, 52, 16, 28, 46
_HEADROOM = 1.12  # above the highest bar, for its figure


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Series:
    """A line through (x, y); `band` are (x, low, high) around it. `kind` is its class: first or second."""

    name: str
    points: Sequence[tuple[float, float]]
    band: Sequence[tuple[float, float, float]] = ()
    kind: str = "first"


@dataclass(frozen=True, slots=True)
class Axis:
    """A labelled axis from `low` to `high`."""

    label: str
    low: float
    high: float
    log: bool = False


def interval_chart(title: str, rows: Sequence[Estimate], low: float = 0.0, high: float = 1.0) -> Markup:
    """One row an estimate: its label, dot and interval, its figures. A line stands at 0 where 0 is inside."""
    scale = Scale(low, high, _LABELS, WIDTH - _FIGURES)
    foot = _ROW * len(rows) + 8
    marks = [line(scale(tick), 4, scale(tick), foot, "zero" if tick == 0 else "grid") for tick in scale.ticks(5)]
    marks += [text(scale(tick), foot + 16, number(tick), "tick", "middle") for tick in scale.ticks(5)]
    for at, row in enumerate(rows):
        marks += _estimate(row, scale, _ROW * at + _ROW / 2 + 4, signed=low < 0)
    return drawing(title, foot + 22, marks)


def _estimate(row: Estimate, scale: Scale, y: float, signed: bool) -> Iterator[Markup]:
    sign = "+" if signed else ""
    yield text(0, y + 4.5, row.label, "label")
    yield line(scale(row.low), y, scale(row.high), y, "span")
    yield dot(scale(row.value), y, "value")
    value, low, high = (f"{figure:{sign}.3f}".replace("-", "−") for figure in (row.value, row.low, row.high))
    yield text(WIDTH - _FIGURES + 14, y + 4.5, value, "figure")
    yield text(WIDTH, y + 4.5, f"{low} to {high}", "range", "end")


def line_chart(
    title: str, x: Axis, y: Axis, series: Sequence[Series], marks: Mapping[str, float] | None = None
) -> Markup:
    """Lines over two axes; `marks` are named places on the x axis. The lines are named where there are several."""
    across = Scale(x.low, x.high, _LEFT, WIDTH - _RIGHT, x.log)
    up = Scale(y.low, y.high, _HEIGHT - _FOOT, _TOP)
    drawn = [*_axes(x, y, across, up)]
    for one in series:
        if one.band:
            edge = [(across(at), up(top)) for at, _, top in one.band]
            edge += [(across(at), up(bottom)) for at, bottom, _ in reversed(one.band)]
            drawn.append(path(edge, f"band {one.kind}", closed=True))
    drawn += [path([(across(at), up(value)) for at, value in one.points], f"line {one.kind}") for one in series]
    drawn += _marked(marks or {}, across)
    return drawing(title, _HEIGHT, [*drawn, *_legend(series if len(series) > 1 else ())])


def _axes(x: Axis, y: Axis, across: Scale, up: Scale) -> Iterator[Markup]:
    for tick in up.ticks(5):
        yield line(_LEFT, up(tick), WIDTH - _RIGHT, up(tick), "grid")
        yield text(_LEFT - 8, up(tick) + 4, number(tick), "tick", "end")
    for tick in across.ticks():
        yield line(across(tick), _HEIGHT - _FOOT, across(tick), _HEIGHT - _FOOT + 4, "axis")
        yield text(across(tick), _HEIGHT - _FOOT + 18, number(tick), "tick", "middle")
    yield line(_LEFT, _HEIGHT - _FOOT, WIDTH - _RIGHT, _HEIGHT - _FOOT, "axis")
    yield text((_LEFT + WIDTH - _RIGHT) / 2, _HEIGHT - 8, x.label, "name", "middle")
    yield text(0, 14, y.label, "name")


def _marked(marks: Mapping[str, float], across: Scale) -> Iterator[Markup]:
    """Upright lines; their names take turns in height, so that near ones do not cover each other."""
    for turn, (name, value) in enumerate(marks.items()):
        at = across(value)
        side, gap = ("end", -5) if at > WIDTH - 120 else ("start", 5)
        yield line(at, _TOP, at, _HEIGHT - _FOOT, "mark")
        yield text(at + gap, _HEIGHT - _FOOT - 10 - 18 * (turn % 3), name, "marked", side)


def _legend(series: Sequence[Series]) -> Iterator[Markup]:
    end = float(WIDTH - _RIGHT)
    for one in reversed(series):
        start = end - breadth(one.name)
        yield text(end, 14, one.name, "name", "end")
        yield line(start - 30, 10, start - 8, 10, f"line {one.kind}")
        end = start - 48


def bar_chart(title: str, counts: Mapping[str, int], x_label: str) -> Markup:
    """One bar a name, with its count and its share of all."""
    total, foot = sum(counts.values()), _HEIGHT - _FOOT
    up = Scale(0, max(1, *counts.values()) * _HEADROOM, foot, _TOP)
    step = (WIDTH - _RIGHT) / max(1, len(counts))
    marks = [
        line(0, foot, WIDTH - _RIGHT, foot, "axis"),
        text((WIDTH - _RIGHT) / 2, _HEIGHT - 8, x_label, "name", "middle"),
    ]
    for at, (name, count) in enumerate(counts.items()):
        middle = step * (at + 0.5)
        marks += [
            box(middle - step * 0.36, up(count), step * 0.72, foot - up(count), "bar"),
            text(middle, up(count) - 18, str(count), "figure", "middle"),
            text(middle, up(count) - 5, f"{count / total:.0%}" if total else "", "tick", "middle"),
            text(middle, foot + 18, name, "tick", "middle"),
        ]
    return drawing(title, _HEIGHT, marks)
