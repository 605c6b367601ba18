from decimal import Decimal

import pytest

from assistant.calculators.amounts import cents, percent, plain, yuan

YUAN = [
    ("8000", "8000元"),
    ("8000.00", "8000元"),
    ("8000.5", "8000.50元"),
    ("0", "0元"),
    ("45.9770", "约45.98元"),
    ("28000000", "28000000元"),
]


@pytest.mark.parametrize(("amount", "written"), YUAN)
def test_a_sum_is_written_as_people_write_it(amount: str, written: str) -> None:
    assert yuan(Decimal(amount)) == written


@pytest.mark.parametrize(("amount", "rounded"), [("0.005", "0.01"), ("0.0049999", "0.00"), ("1.115", "1.12")])
def test_half_a_cent_goes_upwards(amount: str, rounded: str) -> None:
    assert cents(Decimal(amount)) == Decimal(rounded)


@pytest.mark.parametrize(("number", "written"), [("3.50", "3.5"), ("100", "100"), ("0.000175", "0.000175"), ("0", "0")])
def test_a_number_has_no_zeros_at_its_end(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written


@pytest.mark.parametrize(("share", "written"), [("1.5", "150%"), ("0.0365", "3.65%"), ("0", "0%")])
def test_a_share_is_written_in_per_cent(share: str, written: str) -> None:
    assert percent(Decimal(share)) == written
