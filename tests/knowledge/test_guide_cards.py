"""Guide cards keep their schema, and every article that they name stands in the real statutes."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import Holdings
from knowledge.errors import DataError
from knowledge.guide_cards import Guide, load_guides
from knowledge.statutes.library import Miss
from knowledge.statutes.model import Status

GUIDES = load_guides()

CARD = """- id: a-card
  title: 题目
  service: consultation
  matter: labour.wages
  ask: [一, 二, 三, 四, 五, 六]
  answer:
    - text: 一句话。
      law: [劳动合同法第三十条第一款]
  steps:
    - text: 先做这个。
  desk: none
  checked: 2026-11-24
  corpus: 2026-07-17
"""


def read(tmp_path: Path, text: str) -> tuple[Guide, ...]:
    (tmp_path / "cards.yaml").write_text(text, "utf-8")
    return load_guides(tmp_path)


def test_a_card_reads_into_values(tmp_path: Path) -> None:
    (guide,) = read(tmp_path, CARD)
    assert str(guide.answer[0].law[0]) == "劳动合同法第三十条第一款"
    assert [str(ref) for ref in guide.refs] == ["劳动合同法第三十条第一款"]


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("service: consultation", "service: cooking", 3, "service"),
        ("matter: labour.wages", "matter: labour.none", 4, "matters.toml"),
        ("五, 六]", "五]", 5, "ask"),
        ("五, 六]", "五, 五]", 5, "twice"),
        ("劳动合同法第三十条第一款", "劳动合同法", 8, "names no article"),
        ("desk: none", "desk: kitchen", 11, "desk"),
        ("checked: 2026-11-24", "checked: soon", 12, "checked"),
        ("desk: none", "desk: none\n  colour: red", 12, "colour"),
        ("answer:", "answer: [", 6, ""),
    ],
)
def test_a_broken_card_names_file_line_and_rule(tmp_path: Path, old: str, new: str, line: int, rule: str) -> None:
    with pytest.raises(DataError) as error:
        read(tmp_path, CARD.replace(old, new))
    assert str(error.value).startswith("cards.yaml:")
    assert rule in str(error.value)
    assert abs(int(str(error.value).split(":")[1]) - line) <= 2


def test_two_cards_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a-card.*twice"):
        read(tmp_path, CARD + CARD)


def test_there_are_enough_cards_and_every_service_and_field_has_some() -> None:
    from knowledge import matters

    assert len(GUIDES) >= 150
    fields = {matter.split(".")[0] for matter in matters()}
    assert {guide.matter.split(".")[0] for guide in GUIDES} == fields


def test_no_way_of_asking_stands_on_two_cards() -> None:
    seen: dict[str, str] = {}
    double = [
        (ask, guide.id, seen[ask])
        for guide in GUIDES
        for ask in guide.ask
        if seen.setdefault(ask, guide.id) != guide.id
    ]
    assert double == []


def test_a_number_in_a_statement_has_an_article() -> None:
    """A sum or a time limit is law: a statement that has one cites one."""
    import re

    number = re.compile(r"[一二三四五六七八九十百\d]+(?:日|天|个月|年内|元|万元|倍|%|周岁)|百分之")
    bare = [(g.id, s.text) for g in GUIDES for s in g.statements if number.search(s.text) and not s.law]
    assert bare == []


@pytest.fixture(scope="module")
def held() -> Iterator[Holdings]:
    data = os.environ.get("LAWLINE_TEST_DATA")
    if not data:
        pytest.skip("LAWLINE_TEST_DATA names no data folder with the real statutes")
    from knowledge.bootstrap import open_holdings, settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAWLINE_DATA", data)
        settings.cache_clear()
        yield open_holdings()
    settings.cache_clear()


def test_every_article_of_every_card_was_in_force_on_the_day_it_was_checked(held: Holdings) -> None:
    wrong = []
    for guide in GUIDES:
        for ref in guide.refs:
            finding = held.library.resolve(ref, guide.checked)
            if finding.miss is not Miss.NONE or finding.status is not Status.IN_FORCE:
                wrong.append((guide.id, str(ref), finding.miss.value, finding.status.value, finding.note))
    assert wrong == []


def test_every_alias_stands_for_a_law_that_is_known(held: Holdings) -> None:
    from knowledge.statutes.names import load_aliases

    lost = [(short, title) for short, title in load_aliases().items() if not held.library.find(title)]
    assert lost == []


def test_the_cards_were_checked_against_the_corpora_that_are_pinned(held: Holdings) -> None:
    assert {guide.corpus for guide in GUIDES} == {max(held.corpora.values())}
