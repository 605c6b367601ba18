"""Lives in which each calculator shows every line that it has."""

from tests.assistant.calculators.civil_lives import CIVIL_LIVES

LIVES: list[tuple[str, dict[str, str]]] = [
    ("severance", {"start": "2021-03-01", "end": "2024-08-31", "wage": "8000"}),
    (
        "severance",
        {"start": "2001-03-01", "end": "2024-08-31", "wage": "40000", "average_wage": "10000", "minimum_wage": "2000"},
    ),
    ("severance", {"start": "2023-03-01", "end": "2024-08-31", "wage": "1500", "minimum_wage": "2000"}),
    ("unlawful_dismissal", {"start": "2001-03-01", "end": "2024-08-31", "wage": "40000", "average_wage": "10000"}),
    ("double_wage", {"start": "2024-03-15", "wage": "6000", "asked": "2026-11-24", "end": "2024-09-30"}),
    ("double_wage", {"start": "2007-03-15", "wage": "6000", "asked": "2026-11-24"}),
    ("double_wage", {"start": "2024-03-15", "wage": "6000", "asked": "2024-04-01"}),
    ("overtime", {"base": "6000", "workday_hours": "20", "restday_hours": "16", "holiday_hours": "8"}),
    (
        "annual_leave",
        {"worked": "12年", "year_start": "2024-01-01", "year_end": "2024-08-31", "taken": "2", "wage": "8700"},
    ),
    ("work_injury", {"grade": "3", "wage": "5000"}),
    ("work_injury", {"grade": "6", "wage": "50000", "average_wage": "9000", "leaving": "false"}),
    ("work_injury", {"grade": "5", "wage": "5000", "average_wage": "9000", "leaving": "true", "region": "330100"}),
    ("work_injury", {"grade": "9", "wage": "5000", "average_wage": "9000", "leaving": "true", "region": "410100"}),
    (
        "work_injury_death",
        {
            "died": "2024-05-01",
            "wage": "8000",
            "average_wage": "9000",
            "spouse": "true",
            "others": "3",
            "alone": "1",
        },
    ),
    (
        "maternity",
        {
            "kind": "birth",
            "babies": "2",
            "difficult": "true",
            "start": "2025-01-01",
            "region": "310000",
            "employer_average": "9000",
        },
    ),
    ("maternity", {"kind": "birth", "region": "440100"}),
    ("maternity", {"kind": "miscarriage_early"}),
    ("maternity", {"kind": "miscarriage_late", "local_days": "10"}),
    ("medical_period", {"total_years": "3", "here_years": "2"}),
    ("medical_period", {"total_years": "22", "here_years": "21"}),
    *CIVIL_LIVES,
]
