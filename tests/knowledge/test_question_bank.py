"""The bank of lay questions: its form, its size and variety, and that every article named is law."""

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import DataError
from knowledge.question_bank import TIES, load_bank, read_bank, read_ties, write_ties
from knowledge.statutes.library import Library
from knowledge.statutes.likeness import likeness, sketch
from knowledge.statutes.reference import ArticleRef

ROW = """\
- law: 试验法
  checked: 2026-11-24
  corpus: 2026-07-17
  articles:
    "7":
      - 老板不给钱咋办
    "8-1+民法典:9":
      - 我该找谁
"""


def test_a_file_is_read_with_companions_and_insertions(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ROW, "utf-8")
    first, second = read_bank(tmp_path)
    assert (first.text, first.refs, first.checked) == ("老板不给钱咋办", (ArticleRef("试验法", 7),), date(2026, 11, 24))
    assert second.refs == (ArticleRef("试验法", 8, 1), ArticleRef("民法典", 9))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"7"', '"第七条"', "第七条.*no article"),
        ("corpus: 2026-07-17", "corpus: soon", "a.yaml:3: corpus"),
        ("law: 试验法", "laws: 试验法", "a.yaml:1"),
    ],
)
def test_a_broken_row_names_the_file_and_the_rule(tmp_path: Path, old: str, new: str, rule: str) -> None:
    (tmp_path / "a.yaml").write_text(ROW.replace(old, new), "utf-8")
    with pytest.raises(DataError, match=rule):
        list(read_bank(tmp_path))


def test_ties_are_read_back_as_written(tmp_path: Path) -> None:
    carried = list(read_ties())[:50]
    write_ties(reversed(carried), tmp_path / TIES)
    assert list(read_ties(tmp_path / TIES)) == carried
    (tmp_path / TIES).write_text("民法典\t7\tsoon\tAAAA\n")
    with pytest.raises(DataError, match=r"ties\.tsv:1"):
        list(read_ties(tmp_path / TIES))


def test_the_bank_is_as_large_as_promised() -> None:
    questions = load_bank()
    assert len(questions) >= 15_000
    assert len({ref for question in questions for ref in question.refs}) >= 3_500
    assert len({question.text for question in questions}) == len(questions)


def test_no_opening_is_worn_out() -> None:
    openings = Counter(re.sub(r"\W", "", question.text)[:6] for question in load_bank())
    opening, count = openings.most_common(1)[0]
    assert count <= 0.005 * len(load_bank()), opening


def test_near_duplicates_are_few() -> None:
    having: defaultdict[str, list[int]] = defaultdict(list)
    grams: list[set[str]] = []
    near = 0
    for number, question in enumerate(load_bank()):
        plain = re.sub(r"\W", "", question.text)
        own = {plain[at : at + 4] for at in range(max(1, len(plain) - 3))}
        shared = Counter(other for gram in own for other in having[gram])
        near += any(2 * count > len(own) + len(grams[other]) - count for other, count in shared.items())
        for gram in own:
            having[gram].append(number)
        grams.append(own)
    assert near <= 0.02 * len(grams)


def test_no_question_names_an_article_or_holds_a_number_of_a_person() -> None:
    for question in load_bank():
        assert not re.search(r"第[一二三四五六七八九十百千零\d]+条|\d{11}", question.text), question.text


def test_every_article_is_tied() -> None:
    named = {ref for question in load_bank() for ref in question.refs}
    assert named == {tie.ref for tie in read_ties()}


def test_every_question_rests_on_the_wording_in_force_when_it_was_checked(real_library: Library) -> None:
    checked = {ref: question.checked for question in load_bank() for ref in question.refs}
    for tie in read_ties():
        finding = real_library.resolve(tie.ref, checked[tie.ref])
        assert finding.citable, tie.ref
        assert finding.version is not None
        assert finding.version.force.start.earliest == tie.since, tie.ref
        assert likeness(sketch(finding.text), tie.sketch) == 1.0, tie.ref
