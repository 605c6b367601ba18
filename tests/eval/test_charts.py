"""Drawings are well-formed, escape their texts and stay inside their frame."""

from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from eval.charts import Axis, Estimate, Series, bar_chart, interval_chart, line_chart
from eval.svg import WIDTH, Scale

SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<b onclick="x">&风筝'

CHARTS = [
    interval_chart(NASTY, [Estimate(NASTY, 0.5, 0.4, 0.6), Estimate("R@5", 7.0, -3.0, 9.0)]),
    interval_chart("change", [Estimate("R@5", -0.1, -0.2, 0.0)], -0.3, 0.3),
    line_chart(
        NASTY,
        Axis(NASTY, 1, 100, log=True),
        Axis("y", 0, 1),
        [Series(NASTY, [(1, 0), (100, 1)], [(1, 0, 0.2), (100, 0.9, 1)]), Series("灯笼", [(1, 0.5)], kind="second")],
        {NASTY: 99, "a": 1},
    ),
    bar_chart(NASTY, {NASTY: 3, "none": 0}, NASTY),
    bar_chart("empty", {"1": 0}, "rank"),
]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_whole_and_names_itself(chart: Markup) -> None:
    root = ElementTree.fromstring(str(chart))
    assert root.tag == f"{SVG}svg"
    assert root.get("aria-label")
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "line",
        "text",
        "circle",
        "rect",
        "path",
    }
    high = float(root.get("viewBox", "").split()[3])
    for element in root.iter(f"{SVG}circle"):
        assert 0 <= float(element.get("cx", "")) <= WIDTH
        assert 0 <= float(element.get("cy", "")) <= high


def test_the_shown_texts_are_those_given() -> None:
    root = ElementTree.fromstring(str(CHARTS[0]))
    assert [element.text for element in root.iter(f"{SVG}text")].count(NASTY) == 1
    assert "0.400 to 0.600" in str(CHARTS[0])
    assert "−0.100" in str(CHARTS[1])


PLACES = [
    (Scale(0, 10, 0, 100), 5, 50),
    (Scale(0, 10, 100, 0), 2, 80),
    (Scale(1, 100, 0, 100, log=True), 10, 50),
    (Scale(0, 10, 0, 100), 99, 100),
    (Scale(1, 100, 0, 100, log=True), 0, 0),
]


@pytest.mark.parametrize(("scale", "value", "place"), PLACES)
def test_a_value_has_its_place(scale: Scale, value: float, place: float) -> None:
    assert scale(value) == pytest.approx(place)


TICKS = [
    (Scale(0, 1, 0, 1), [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (Scale(-0.03, 0.03, 0, 1), [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]),
    (Scale(0, 7, 0, 1), [0, 2, 4, 6]),
    (Scale(1, 100, 0, 1, log=True), [1, 2, 5, 10, 20, 50, 100]),
    (Scale(0.9, 3, 0, 1, log=True), [1, 2]),
]


@pytest.mark.parametrize(("scale", "ticks"), TICKS)
def test_ticks_are_round_values_between_the_ends(scale: Scale, ticks: list[float]) -> None:
    assert scale.ticks() == pytest.approx(ticks)
