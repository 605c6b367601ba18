"""What the classifier of matters learns from."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import DataError
from knowledge.matters import matter_ids
from knowledge.question_bank import BankQuestion, load_bank
from knowledge.statutes.reference import ArticleRef
from knowledge.training.matter_lessons import (
    Label,
    Lesson,
    all_lessons,
    certain,
    mixed,
    of_bank,
    of_words,
    read_articles,
    written,
)

DAY = date(2026, 11, 24)


def test_every_service_and_matter_is_taught_by_questions_of_its_own() -> None:
    counts = Counter(lesson.labels[0] for lesson in written())
    services = Counter(lesson.labels[0].service for lesson in written())
    assert {label.matter for label in counts} - {"-"} == matter_ids()
    assert min(services.values()) >= 25
    assert min(counts.values()) >= 15


def test_no_question_is_taught_twice_by_us() -> None:
    texts = Counter(lesson.text for lesson in written())
    assert [text for text, count in texts.items() if count > 1] == []


def test_most_of_the_bank_has_a_matter() -> None:
    assert len(list(of_bank(load_bank()))) >= 0.85 * len(load_bank())


@pytest.mark.parametrize(
    ("ref", "labels"),
    [
        (ArticleRef("民法典", 1085), (Label("consultation", "family.support"),)),
        (ArticleRef("法律援助法", 31), (Label("legal_aid", "services.legal_aid"),)),
        (ArticleRef("监狱法", 48), (Label("consultation", "services.prison"),)),
        (
            ArticleRef("民法典", 1067),
            (Label("consultation", "family.support"), Label("consultation", "family.elders")),
        ),
    ],
)
def test_an_article_tells_what_its_questions_may_be_about(ref: ArticleRef, labels: tuple[Label, ...]) -> None:
    assert next(of_bank([BankQuestion("问", (ref,), DAY, DAY)])).labels == labels


def test_an_article_without_a_matter_teaches_nothing() -> None:
    assert list(of_bank([BankQuestion("问", (ArticleRef("民法典", 1),), DAY, DAY)])) == []


def test_what_rules_is_mixed_with_other_matters() -> None:
    notary = Lesson("公证书丢了", (Label("notary", "services.notary"),), 1.0)
    divorce = Lesson("我想跟他离婚了", (Label("consultation", "family.divorce"),), 1.0)
    made = list(mixed([notary, divorce], seed=1, copies=2))
    assert [lesson.text for lesson in made] == ["我想跟他离婚，公证书丢了"] * 2
    assert {lesson.labels for lesson in made} == {notary.labels}


def test_the_lessons_are_the_same_at_every_call() -> None:
    assert all_lessons(certain(), 1) == all_lessons(certain(), 1)


@pytest.mark.parametrize(
    ("line", "message"),
    [("民法典\t1", "columns"), ("民法典\tx\tdebt.loan", "articles"), ("民法典\t1\tdebt.none", r"debt\.none")],
)
def test_a_broken_table_is_refused_with_file_line_and_rule(line: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "articles.tsv"
    file.write_text(f"# heading\n{line}\n", "utf-8")
    with pytest.raises(DataError, match=rf"articles\.tsv:2.*{message}"):
        read_articles(file)


def test_words_of_a_matter_that_is_none_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('"debt.none" = ["钱"]\n', "utf-8")
    with pytest.raises(DataError, match=r"debt\.none"):
        list(of_words(file))
