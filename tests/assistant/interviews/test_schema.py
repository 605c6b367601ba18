"""An interview's file: what breaks the schema is named by file, entry and rule."""

from pathlib import Path

import pytest

from assistant.errors import BadRules
from assistant.interviews.schema import read

GOOD = """
- id: small
  title: 小问答
  matter: debt.loan
  start: [问一问, 再问问]
  checked: 2026-11-24
  corpus: 2026-07-17
  facts:
    - {id: sum, label: 数额, kind: money, question: 多少？, why: 要算。}
    - {id: day, label: 日子, kind: date, question: 哪天？, why: 要算。, when: {sum: {gt: 0}}}
  outcomes:
    - id: all
      conclusion: [{text: 欠债还钱。, law: [民法典第六百七十五条]}]
"""


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(GOOD, "utf-8")
    (small,) = read(tmp_path / "small.yaml")
    assert [fact.id for fact in small.facts] == ["sum", "day"]
    assert [str(ref) for ref in small.refs] == ["民法典第六百七十五条"]


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("kind: money", "kind: coins", r"small.yaml:9: facts.0.kind"),
        ("debt.loan", "debt.moon", "no matter"),
        ("第六百七十五条", "", "names no article"),
        ("when: {sum: {gt: 0}}", "when: {day: {known: true}}", "small.yaml: small: fact day: 'day' is no fact"),
        ("id: day", "id: sum", "fact sum: the id is used already"),
        ("kind: money,", "kind: choice,", "facts.0: .*choices stand with kind choice"),
        ("{gt: 0}}", "{gt: 0}, left: true}", "fact day: 'left' is no fact"),
        ("why: 要算。, when", "why: 要算。, after: sum, when", "after: 'sum' is no day"),
        ("why: 要算。, when", "cues: ['明天'], why: 要算。, when", "no group"),
        ("why: 要算。, when", "cues: ['(明天'], why: 要算。, when", "no regular expression"),
        ("- id: all", "- id: all\n      when: {sum: 很多}", "outcome all: sum: '很多' is no number"),
        (
            "  outcomes:",
            "  calculators: [{id: deadline, label: 期限, facts: {from: moon}}]\n  outcomes:",
            "deadline: 'moon'",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, before: str, after: str, named: str) -> None:
    assert before in GOOD
    (tmp_path / "small.yaml").write_text(GOOD.replace(before, after, 1), "utf-8")
    with pytest.raises(BadRules, match=named):
        read(tmp_path / "small.yaml")
