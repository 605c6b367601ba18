"""The OpenAPI document, and Schemathesis over everything in it, in the process."""

from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from channels.web.answer_body import AnswerBody
from channels.web.asking import Ask
from channels.web.problems import Problem

EXAMPLES = 40
"""Requests of each kind that are made up for an operation."""

UNTELLABLE: list[Any] = [positive_data_acceptance]
"""That a question holds one character that can be read is a rule which JSON Schema cannot tell."""

OPERATIONS = [
    ("POST", "/api/v1/ask"),
    ("POST", "/api/v1/ask/stream"),
    ("GET", "/api/v1/laws/{ref}"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/version"),
]


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    result: dict[str, Any] = client.get("/openapi.json").json()
    return result


def test_it_is_openapi_3_1_and_names_every_public_path(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert [(method.upper(), path) for path, found in document["paths"].items() for method in found] == OPERATIONS


@pytest.mark.parametrize("model", [Ask, AnswerBody, Problem])
def test_the_examples_are_what_they_are_examples_of(model: type[Any]) -> None:
    examples = model.model_json_schema()["examples"]
    assert examples
    for example in examples:
        model.model_validate(example)


def test_every_field_of_the_reply_is_documented_with_an_example(document: dict[str, Any]) -> None:
    schema = document["components"]["schemas"]["AnswerBody"]
    assert set(schema["properties"]) == set(schema["required"])
    assert set(schema["properties"]) - set(schema["examples"][0]) == {"step"}  # null, which FastAPI leaves out


def test_errors_are_documented_as_problems(document: dict[str, Any]) -> None:
    for path, statuses in {
        "/api/v1/ask": {"400", "413", "422", "503"},
        "/api/v1/laws/{ref}": {"404", "422", "503"},
    }.items():
        (operation,) = document["paths"][path].values()
        assert set(operation["responses"]) == statuses | {"200"}
        for status in statuses:
            assert set(operation["responses"][status]["content"]) == {"application/problem+json"}


def test_the_documentation_page_asks_nobody_outside(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert "http://" not in page.text.replace("http://www.w3.org", "")
    assert "https://" not in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_whatever_comes_in_the_answer_is_as_documented_and_never_a_5xx(
    small_app: FastAPI, method: str, path: str, mode: GenerationMode
) -> None:
    operation = schemathesis.openapi.from_asgi("/openapi.json", small_app)[path][method]
    if mode is GenerationMode.NEGATIVE and not (operation.body or operation.path_parameters or operation.query):
        return  # nothing goes in that could be wrong

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def hold(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=UNTELLABLE if method == "POST" else None)

    hold()
