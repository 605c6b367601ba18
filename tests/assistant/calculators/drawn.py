"""What property tests draw: sums with cents and civil days, in their written form."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

MONEY = st.integers(0, 20_000_000).map(lambda cents: Decimal(cents) / 100)
COUNT = st.integers(0, 40)
DAYS = st.dates(date(2008, 1, 1), date(2026, 11, 24))
EARLIER = st.dates(date(1980, 1, 1), date(2026, 11, 24))


def pair(days: st.SearchStrategy[date]) -> st.SearchStrategy[tuple[date, date]]:
    """A first and a last day."""
    return st.tuples(days, days).map(lambda two: (min(two), max(two)))
