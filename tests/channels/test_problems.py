import pytest

from assistant import AssistantError, BadTurn, GeneratorUnavailable, StoreUnavailable
from channels.web.errors import NotHeld
from channels.web.problems import problem_of
from knowledge import CorpusBusy, CorpusCorrupt, DataError, IndexMissing, KnowledgeError, ReferenceSyntaxError


@pytest.mark.parametrize(
    ("error", "status", "slug"),
    [
        (BadTurn("question", "不能为空"), 422, "bad-input"),
        (ReferenceSyntaxError("not a reference"), 404, "bad-reference"),
        (NotHeld("没有这一条。"), 404, "not-held"),
        (IndexMissing("no index"), 503, "no-index"),
        (CorpusCorrupt("bad digest"), 503, "no-corpus"),
        (CorpusBusy("busy"), 503, "no-corpus"),
        (StoreUnavailable("no disk"), 503, "no-store"),
        (GeneratorUnavailable("no model"), 503, "no-generator"),
        (DataError("bad row"), 500, "unexpected"),
        (AssistantError("?"), 500, "unexpected"),
        (KnowledgeError("?"), 500, "unexpected"),
        (ZeroDivisionError("?"), 500, "unexpected"),
    ],
)
def test_every_error_has_its_status_and_kind(error: Exception, status: int, slug: str) -> None:
    problem = problem_of(error)
    assert (problem.status, problem.type) == (status, f"urn:lawline:problem:{slug}")


@pytest.mark.parametrize(
    "error", [IndexMissing("/secret/path"), StoreUnavailable("postgres://user:pass@host"), OSError("/secret")]
)
def test_what_happened_inside_is_not_told_outside(error: Exception) -> None:
    assert str(error) not in problem_of(error).model_dump_json()


def test_input_errors_name_the_place_and_the_rule() -> None:
    problem = problem_of(BadTurn("question", "不能为空"))
    assert (problem.place, problem.rule) == ("question", "不能为空")


def test_a_law_that_is_not_there_is_said_in_the_words_of_the_finding() -> None:
    assert problem_of(NotHeld("《邻里互助法》没有第九条。")).detail == "《邻里互助法》没有第九条。"
