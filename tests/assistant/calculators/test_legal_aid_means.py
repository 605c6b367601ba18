from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.aid.groups import GROUPS
from tests.assistant.calculators.telling import amount, results, wanted


@pytest.mark.parametrize(
    ("income", "standard", "eligible"), [("2499.99", "2500", 1), ("2500", "2500", 1), ("2500.01", "2500", 0)]
)
def test_the_income_per_head_is_held_against_the_line(income: str, standard: str, eligible: int) -> None:
    found = results("legal_aid_means", group="none", income=income, standard=standard)
    assert found == {"line": 2500, "eligible": eligible}


@pytest.mark.parametrize("group", [group.choice.id for group in GROUPS])
def test_for_some_the_means_are_not_examined(group: str) -> None:
    assert results("legal_aid_means", group=group, income="99999") == {"eligible": 1}


@pytest.mark.parametrize(
    ("region", "told", "line"),
    [
        ("370000", {"allowance": "950"}, 1900),
        ("370102", {"allowance": "1000.50"}, 2001),
        ("110105", {"low_income": "2320"}, 2320),
        ("330106", {"low_income": "2100"}, 2100),
    ],
)
def test_a_region_whose_rule_is_held_needs_only_its_standard(region: str, told: dict[str, str], line: int) -> None:
    facts = {"group": "none", "income": "1000", "region": region}
    assert wanted("legal_aid_means", **facts) == tuple(told)
    assert amount("legal_aid_means", "line", **facts, **told) == line


def test_elsewhere_the_line_itself_is_asked_for() -> None:
    assert wanted("legal_aid_means", group="none", income="1000", region="330200") == ("standard",)
    assert wanted("legal_aid_means", group="none", income="1000") == ("standard",)
    assert wanted("legal_aid_means", group="none") == ("income",)


@given(st.decimals(0, 10**5, places=2), st.decimals(0, 10**5, places=2), st.decimals(0, 10**5, places=2))
def test_who_earns_less_is_never_worse_off(one: Decimal, other: Decimal, standard: Decimal) -> None:
    less, more = sorted((one, other))
    of_less, of_more = (
        amount("legal_aid_means", "eligible", group="none", income=str(income), standard=str(standard))
        for income in (less, more)
    )
    assert of_less >= of_more
