from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculators.model import Working
from assistant.errors import BadFact
from tests.assistant.calculators.telling import results, run, wanted


def shares(estate: str = "600000", **facts: str) -> dict[str, object]:
    alone = {"common": "false", "spouse": "false", "children": "0", "parents": "0"}
    return dict(results("inheritance", estate=estate, **{**alone, **facts}))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"spouse": "true", "children": "1", "parents": "2"}, {"spouse": 150000, "child": 150000, "parent": 150000}),
        (
            {"common": "true", "spouse": "true", "children": "2"},
            {"spouse_own": 300000, "spouse": 100000, "child": 100000},
        ),
        ({"children": "3"}, {"child": 200000}),
        ({"spouse": "true"}, {"spouse": 600000}),
        ({"parents": "1", "siblings": "4"}, {"parent": 600000}),
        ({"siblings": "2", "grandparents": "1"}, {"sibling": 200000, "grandparent": 200000}),
        ({"siblings": "2"}, {"sibling": 300000}),
        ({"children": "7"}, {"child": Decimal("85714.29")}),
    ],
)
def test_heirs_of_an_order_share_by_head(facts: dict[str, str], expected: dict[str, object]) -> None:
    assert shares(**facts) == expected


def test_without_a_first_order_the_second_is_asked_for() -> None:
    alone = {"common": "false", "spouse": "false", "children": "0", "parents": "0"}
    assert wanted("inheritance", estate="600000", **alone) == ("siblings", "grandparents")
    assert wanted("inheritance", estate="600000", **alone, siblings="0") == ("grandparents",)


def test_an_estate_without_heirs_has_no_shares_and_says_whose_it_is() -> None:
    facts = {"common": "false", "spouse": "false", "children": "0", "parents": "0", "siblings": "0"}
    found = run("inheritance", estate="600000", **facts, grandparents="0")
    assert isinstance(found, Working)
    assert found.results == ()
    assert found.lines[-1].cites == ("民法典第一千一百六十条",)


def test_common_property_needs_a_spouse() -> None:
    with pytest.raises(BadFact, match="common"):
        run("inheritance", estate="1", common="true", spouse="false", children="1", parents="0")


@given(st.decimals(0, 10**8, places=2), st.booleans(), st.booleans(), st.integers(0, 9), st.integers(0, 4))
def test_the_shares_come_to_the_whole(estate: Decimal, common: bool, spouse: bool, children: int, parents: int) -> None:
    if not (spouse or children or parents):
        return
    told = {"common": str(common and spouse).lower(), "spouse": str(spouse).lower()}
    found = shares(str(estate), **told, children=str(children), parents=str(parents))
    heads = {"spouse_own": 1, "spouse": 1, "child": children, "parent": parents}
    whole = sum((value * heads[kind] for kind, value in found.items() if isinstance(value, Decimal)), Decimal(0))
    assert abs(whole - estate) <= Decimal("0.01") * 15
    assert len({value for kind, value in found.items() if kind != "spouse_own"}) == 1
