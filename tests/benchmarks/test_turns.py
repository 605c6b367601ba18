import pytest

from benchmarks.turns import EVERY, Course


@pytest.mark.parametrize("kibibytes", [0, 100, 2048])
def test_growth_is_what_a_thousand_turns_add_after_the_caches_are_full(kibibytes: int) -> None:
    filling = [100.0 + 5 * look for look in range(10)]
    settled = [150.0 + kibibytes / 1024 * look * EVERY / 1000 for look in range(30)]
    assert Course(memory=[*filling, *settled]).growth == pytest.approx(kibibytes, abs=1e-6)
