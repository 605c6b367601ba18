"""Where an independent reading and the library differ, and why: listed in data files, never skipped in silence."""

from pathlib import Path

DATA = Path(__file__).parent / "data"


def disagreements(name: str) -> dict[str, str]:
    """Reason by key: the first column of a tab separated file is the key, the last the reason."""
    rows = (DATA / name).read_text("utf-8").splitlines()[1:]
    split = [row.split("\t") for row in rows if row]
    if any(len(row) != 2 or not row[1] for row in split):
        raise ValueError(f"{name}: each row is a key, a tab and a reason")
    return {row[0]: row[1] for row in split}
