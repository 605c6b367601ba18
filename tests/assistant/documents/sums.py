"""Facts with which the calculators that fill documents find every result."""

from datetime import date
from decimal import Decimal

from assistant.facts.model import Facts

FACTS: dict[str, Facts] = {
    "severance": {"start": date(2021, 3, 1), "end": date(2024, 8, 31), "wage": Decimal(8000)},
    "unlawful_dismissal": {"start": date(2021, 3, 1), "end": date(2024, 8, 31), "wage": Decimal(8000)},
    "double_wage": {"start": date(2024, 3, 1), "wage": Decimal(6000), "asked": date(2024, 10, 31)},
    "overtime": {"base": Decimal(6000), "restday_hours": Decimal(16)},
    "annual_leave": {
        "work_start": date(2015, 1, 1),
        "year_start": date(2024, 1, 1),
        "year_end": date(2024, 12, 31),
        "taken": Decimal(2),
        "wage": Decimal(6000),
    },
    "work_injury": {"grade": Decimal(3), "wage": Decimal(6000)},
    "loan_interest": {
        "principal": Decimal(50000),
        "lent": date(2023, 5, 1),
        "start": date(2023, 5, 1),
        "end": date(2024, 5, 1),
        "rate": Decimal("0.10"),
    },
    "delayed_interest": {"principal": Decimal(50000), "start": date(2024, 5, 1), "end": date(2024, 5, 31)},
    "injury_damages": {
        "grade": Decimal(8),
        "age": Decimal(40),
        "income_per_head": Decimal(50000),
        "spend_per_head": Decimal(30000),
        "child_years": Decimal(6),
    },
    "death_damages": {
        "age": Decimal(40),
        "income_per_head": Decimal(50000),
        "average_wage": Decimal(9000),
        "spend_per_head": Decimal(30000),
        "child_years": Decimal(6),
    },
}
