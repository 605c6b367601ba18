"""The library against promulgation facts written by an author who has not seen the dated tables.

Columns of promulgation_pairs.tsv: law, article (empty: the law as a whole), day, expect, wording_passed, fragment
(empty: the governing wording is not held), fact. What differs is listed with its reason in
promulgation_disagreements.tsv; an entry there that differs no longer fails the test too.
"""

import csv
from datetime import date

from knowledge.adapters.sqlite_library import SqliteLibrary
from knowledge.statutes.library import Finding, Miss
from knowledge.statutes.model import Status
from knowledge.statutes.reference import parse
from tests.knowledge.disagreements import DATA, disagreements

Row = dict[str, str]


def read_pairs() -> list[Row]:
    with (DATA / "promulgation_pairs.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_enough_pairs() -> None:
    assert len(read_pairs()) >= 300


def test_the_library_agrees_with_the_promulgation_facts(real_library: SqliteLibrary) -> None:
    pairs = read_pairs()
    found = {_key(row): problem for row in pairs if (problem := _problem(real_library, row))}
    listed = disagreements("promulgation_disagreements.tsv")
    print(f"promulgation pairs: {len(pairs)}, {len(pairs) - len(found)} agree, {len(listed)} listed as different")
    assert {key: problem for key, problem in found.items() if key not in listed} == {}
    assert sorted(set(listed) - set(found)) == []


def test_no_listed_difference_is_a_text_that_did_not_hold(real_library: SqliteLibrary) -> None:
    listed = disagreements("promulgation_disagreements.tsv")
    for row in read_pairs():
        if _key(row) in listed and row["article"] and row["expect"] != "in_force":
            assert not _resolve(real_library, row).citable, _key(row)


def _key(row: Row) -> str:
    return f"{row['law']}{row['article']} @ {row['day']}"


def _resolve(library: SqliteLibrary, row: Row) -> Finding:
    return library.resolve(parse(f"《{row['law']}》{row['article']}"), date.fromisoformat(row["day"]))


def _problem(library: SqliteLibrary, row: Row) -> str:
    """What is wrong with the library's answer to a row; empty where it agrees."""
    finding = _resolve(library, row)
    on, law = date.fromisoformat(row["day"]), finding.law
    status = finding.status
    if row["article"] and row["expect"] == "in_force" and not row["fragment"]:
        # The author means the law; of an article whose wording is not held nobody can say.
        if law is None or finding.miss is not Miss.NO_WORDING:
            return f"{finding.miss.value}, expected a wording that is not held"
        status = law.force.status(on)
    if status.value != row["expect"]:
        return f"{status.value}, expected {row['expect']}"
    if row["article"] and status is Status.IN_FORCE and row["fragment"] not in finding.text:
        return f"the text does not have {row['fragment']!r}"
    wording = library.wording(law.id, on) if law else None
    if wording and row["wording_passed"] not in ("", str(wording.passed), str(wording.published)):
        return f"the wording passed on {wording.passed}, expected {row['wording_passed']}"
    return ""
