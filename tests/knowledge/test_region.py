import pytest

from knowledge.search.region import regions_over


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("310115", ("310115", "310100", "310000", "000000")),
        ("440300", ("440300", "440000", "000000")),
        ("310000", ("310000", "000000")),
        ("000000", ("000000",)),
    ],
)
def test_a_region_lies_in_those_above_it(code: str, expected: tuple[str, ...]) -> None:
    assert regions_over(code) == expected


@pytest.mark.parametrize("code", ["", "3101", "上海", "31011５", "3101155"])
def test_a_region_that_is_no_code_is_refused_by_name(code: str) -> None:
    with pytest.raises(ValueError, match="GB/T 2260"):
        regions_over(code)
