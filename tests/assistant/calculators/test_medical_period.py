import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadFact
from tests.assistant.calculators.telling import amount, results, run

PERIODS = [
    ("3", "2", 3, 6),
    ("9.9", "4.9", 3, 6),
    ("9.9", "5", 6, 12),
    ("10", "4.9", 6, 12),
    ("10", "5", 9, 15),
    ("12", "10", 12, 18),
    ("30", "15", 18, 24),
    ("30", "19.9", 18, 24),
    ("20", "20", 24, 30),
    ("0", "0", 3, 6),
]


@pytest.mark.parametrize(("total", "here", "months", "within"), PERIODS)
def test_the_period_follows_all_work_and_the_work_here(total: str, here: str, months: int, within: int) -> None:
    assert results("medical_period", total_years=total, here_years=here) == {"months": months, "within": within}


@given(total=st.integers(0, 45), here=st.integers(0, 45), more=st.integers(0, 20))
def test_longer_work_never_gives_less(total: int, here: int, more: int) -> None:
    here = min(here, total)
    for result in ("months", "within"):
        base = amount("medical_period", result, total_years=str(total), here_years=str(here))
        assert amount("medical_period", result, total_years=str(total + more), here_years=str(here + more)) >= base


def test_work_here_is_part_of_all_work() -> None:
    with pytest.raises(BadFact, match="不能多于全部工作年限（3年）") as caught:
        run("medical_period", total_years="3", here_years="4")
    assert caught.value.fact == "here_years"
