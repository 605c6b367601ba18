from pathlib import Path

import pytest

from benchmarks.figures import Figure, hand_in, read_figures, table

GOALS = [
    (Figure("a", 30, "ms", most=30), "≤ 30", True),
    (Figure("a", 30.1, "ms", most=30), "≤ 30", False),
    (Figure("a", 0.47, least=0.47), "≥ 0.47", True),
    (Figure("a", 0.46, least=0.47), "≥ 0.47", False),
    (Figure("a", 1), "", None),
]


@pytest.mark.parametrize(("figure", "goal", "met"), GOALS)
def test_a_goal_is_met_up_to_its_bound(figure: Figure, goal: str, met: bool | None) -> None:
    assert (figure.goal, figure.met) == (goal, met)


def test_the_table_says_what_is_missed() -> None:
    lines = table([Figure("cold start", 3.25, "s", most=3), Figure("answers", 12_345)]).splitlines()
    assert lines[0].split() == ["cold", "start", "3.25", "s", "≤", "3", "MISSED"]
    assert lines[1].split() == ["answers", "12,345"]


def test_figures_read_back_from_the_file_that_was_handed_in(tmp_path: Path) -> None:
    figures = [Figure("p50", 18.5, "ms", most=30), Figure("R@10", 0.49, least=0.47), Figure("answers", 600)]
    hand_in("made up", figures, tmp_path / "figures.json")
    assert read_figures(tmp_path / "figures.json") == figures
