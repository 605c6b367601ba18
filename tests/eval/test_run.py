import pytest

from eval.run import Run, run


def test_every_question_is_asked_and_timed_once_after_a_warm_up() -> None:
    asked: list[str] = []
    steps: list[tuple[int, int]] = []

    def search(question: str) -> list[str]:
        asked.append(question)
        return [question[::-1]]

    ran = run(search, {"1": "ab", "2": "cd"}, lambda done, total: steps.append((done, total)))
    assert ran.found == {"1": ["ba"], "2": ["dc"]}
    assert asked == ["ab", "ab", "cd"]
    assert len(ran.milliseconds) == 2
    assert steps == [(1, 2), (2, 2)]


@pytest.mark.parametrize(("percent", "expected"), [(0, 1.0), (50, 3.0), (75, 4.0), (100, 5.0)])
def test_latency_is_a_percentile(percent: float, expected: float) -> None:
    assert Run({}, (5.0, 1.0, 2.0, 4.0, 3.0)).latency(percent) == expected


def test_confidence_is_asked_after_each_search_and_kept_by_question() -> None:
    told: list[str] = []

    def sure(question: str) -> float:
        told.append(question)
        return float(len(question))

    ran = run(lambda question: [question], {"1": "ab", "2": "c"}, lambda done, total: None, sure)
    assert ran.confidence == {"1": 2.0, "2": 1.0}
    assert told == ["ab", "c"]


def test_a_run_without_times_has_no_latency() -> None:
    with pytest.raises(ValueError, match="no times"):
        Run({}).latency(50)
