"""Gold that training saw, and gold that it did not."""

from collections.abc import Callable, Iterable, Mapping

from eval.fold_file import Folds
from eval.judged import Grades
from knowledge import ArticleRef, ReferenceSyntaxError
from knowledge.statutes.reference import parse_keyed

Gold = Mapping[str, Grades]

IsSeen = Callable[[str, str], bool]
"""(question's id, gold id) -> whether training saw that gold, when this question was answered."""


def article_of(id_: str) -> ArticleRef | str:
    """The article that an id names, however it is spelt and whichever its wording; the id itself where it names none.

    A model that learned from one wording of an article knows the others, so they count as one.
    """
    try:
        ref, _ = parse_keyed(id_)
    except ReferenceSyntaxError:
        return id_
    return ref.whole_article if ref.article else id_


def seen_in(trained: Iterable[Gold]) -> IsSeen:
    """Seen is what is gold of any question that training saw."""
    articles = {
        article_of(id_) for gold in trained for grades in gold.values() for id_, grade in grades.items() if grade > 0
    }
    return lambda question, id_: article_of(id_) in articles


def seen_by_folds(gold: Gold, folds: Folds) -> IsSeen:
    """Each question was answered by a model trained on the other folds: seen is what is gold of a question in these."""
    where: dict[ArticleRef | str, set[int]] = {}
    for question, grades in gold.items():
        for id_ in grades if question in folds.of else ():
            where.setdefault(article_of(id_), set()).add(folds.of[question])
    return lambda question, id_: bool(where.get(article_of(id_), set()) - {folds.of.get(question)})


def by_seen(gold: Gold, rules: Iterable[IsSeen]) -> dict[str, list[str]]:
    """Questions in three groups, by how much of their gold any of the rules calls seen: all, some, none."""
    asked, groups = list(rules), {"all": [], "some": [], "none": []}  # type: tuple[list[IsSeen], dict[str, list[str]]]
    for question, grades in gold.items():
        seen = [any(is_seen(question, id_) for is_seen in asked) for id_ in grades]
        groups["all" if all(seen) else "some" if any(seen) else "none"].append(question)
    return groups
