"""The documentation says what the code does: settings, commands, endpoints, links, make targets, the README's twin."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner
from fastapi import APIRouter, FastAPI
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings
from starlette.routing import Mount, Route

from assistant.settings import AssistantSettings
from channels.web.app import create_app
from channels.web.problems import PLAIN, TABLE
from knowledge.settings import KnowledgeSettings
from tests.channels.made_up import country

HOUSE = Path(__file__).parent.parent
DOCS = HOUSE / "docs"
_ELSEWHERE = {".venv", ".git", ".lawline", "golden", "node_modules"}
PAGES = sorted(page for page in HOUSE.rglob("*.md") if _ELSEWHERE.isdisjoint(page.relative_to(HOUSE).parts))

_FENCE = re.compile(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")  # [text](target), ![text](target)
_MAKE = re.compile(r"(?:`|^)make ([a-z][a-z-]*)", re.MULTILINE)  # `make check`, make check
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_VARIABLE = re.compile(r"LAWLINE_[A-Z]+(?:_[A-Z]+)*")


def read(page: Path | str) -> str:
    return (page if isinstance(page, Path) else DOCS / page).read_text("utf-8")


def fences(page: Path | str) -> list[str]:
    return _FENCE.findall(read(page))


# ---- settings


def settings() -> Iterator[tuple[str, str]]:
    """(variable, default as it is written; empty where it is worked out)."""
    kinds: tuple[type[BaseSettings], ...] = (KnowledgeSettings, AssistantSettings)
    for kind in kinds:
        for name, field in kind.model_fields.items():
            default = "" if field.default in (PydanticUndefined, None) else field.default
            shown = str(default).lower() if isinstance(default, bool) else str(default)
            yield f"LAWLINE_{name.upper()}", shown.strip("*")


@pytest.mark.parametrize(("variable", "default"), list(settings()))
def test_every_setting_stands_in_the_docs_with_its_default(variable: str, default: str) -> None:
    row = next((line for line in read("settings.md").splitlines() if line.startswith(f"| `{variable}` |")), "")
    assert row, variable
    said = row.split("|")[2].strip()
    assert said == (f"`{default}`" if default else said)
    assert default or not re.fullmatch(r"`[^`]+`", said), "a default is written that the code does not have"


def test_the_choices_of_a_setting_stand_beside_it() -> None:
    for kind in (KnowledgeSettings, AssistantSettings):
        for name, field in kind.model_fields.items():
            row = next(line for line in read("settings.md").splitlines() if f"| `LAWLINE_{name.upper()}` |" in line)
            choices = [choice for choice in get_args(field.annotation) if isinstance(choice, str)]
            assert [choice for choice in choices if f"`{choice}`" not in row] == []


def test_every_variable_that_the_house_reads_is_explained() -> None:
    files = [*(HOUSE / ".ci").iterdir(), HOUSE / "Makefile", *HOUSE.glob("*/**/*.py"), *HOUSE.glob("tests/*.sh")]
    read_here = (file for file in files if _ELSEWHERE.isdisjoint(file.relative_to(HOUSE).parts))
    named = {found for file in read_here for found in _VARIABLE.findall(file.read_text("utf-8"))}
    assert sorted(named - set(_VARIABLE.findall(read("settings.md")))) == []


# ---- commands


def commands() -> dict[str, click.Command]:
    """Every command that a script of the project has, by what a person types."""
    scripts = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    found: dict[str, click.Command] = {}
    for name, place in scripts.items():
        module, _, attribute = place.partition(":")
        found |= dict(_leaves(name, getattr(import_module(module), attribute)))
    return found


def _leaves(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
    for word, inner in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _leaves(f"{name} {word}", inner)


def examples() -> list[list[str]]:
    """The words of every command in the fenced blocks of cli.md."""
    lines = (line.removeprefix("$ ") for block in fences("cli.md") for line in block.splitlines())
    return [shlex.split(line) for line in lines if line.startswith("lawline")]


def _typed(words: list[str]) -> str:
    """The command that an example begins with."""
    return next((name for n in (3, 2, 1) if (name := " ".join(words[:n])) in commands()), "")


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_has_an_example(command: str) -> None:
    assert command in {_typed(words) for words in examples()}


@pytest.mark.parametrize("words", examples(), ids=" ".join)
def test_an_example_names_a_command_and_options_that_exist(words: list[str]) -> None:
    command = commands()[_typed(words)]
    shown = CliRunner().invoke(command, ["--help"])
    assert shown.exit_code == 0
    options = [word for word in words if word.startswith("--")]
    assert [option for option in options if not re.search(rf"(?<![\w-]){option}\b", shown.output)] == []


# ---- HTTP


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    starter = country(tmp_path_factory.mktemp("starter"), statutes=False)
    return create_app(starter.assistant, starter.holdings)


def test_every_endpoint_of_the_api_has_its_row_and_its_section(app: FastAPI) -> None:
    page = read("http.md")
    sections = " ".join(line for line in page.splitlines() if line.startswith("## "))
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in page
            assert path in sections


def test_every_route_stands_in_the_docs(app: FastAPI) -> None:
    page, found = read("http.md"), list(_routes(app.router))
    assert len(found) >= 10
    assert [f"{method} {path}" for method, path in found if f"`{method} {path}`" not in page] == []


def test_every_folder_of_files_stands_in_the_docs(app: FastAPI) -> None:
    folders = [re.sub(r"/[0-9a-f]{12}$", "/<digest>", route.path) for route in app.routes if isinstance(route, Mount)]
    assert folders
    assert [folder for folder in folders if f"`{folder}`" not in read("http.md")] == []


def _routes(router: APIRouter) -> Iterator[tuple[str, str]]:
    """(method, path) of every route, those of included routers too; Swagger's way back from a login is none of ours."""
    for route in router.routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _routes(inner)
        elif isinstance(route, Route) and not route.path.endswith("/oauth2-redirect"):
            yield from ((method, route.path) for method in sorted(route.methods or ()) if method != "HEAD")


def test_every_problem_stands_in_the_docs_under_its_status() -> None:
    rows = {row.split("|")[1].strip(): row for row in read("http.md").splitlines() if re.match(r"\| \d{3} \|", row)}
    kinds = [*(kind for _, kind in TABLE), *PLAIN.values()]
    assert [kind.slug for kind in kinds if f"`{kind.slug}`" not in rows.get(str(kind.status), "")] == []


# ---- pages


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_every_relative_link_resolves(page: Path) -> None:
    prose = _FENCE.sub("", read(page))
    targets = [target.partition("#")[0] for target in _LINK.findall(prose)]
    here = [target for target in targets if target and not target.startswith(("https:", "http:", "mailto:"))]
    assert [target for target in here if not (page.parent / target).exists()] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", read(HOUSE / "Makefile"), re.MULTILINE))
    named = {target for page in PAGES for target in _MAKE.findall(read(page))}
    assert sorted(named - targets) == []
    assert {"run", "test", "check"} <= named


def test_every_decision_is_numbered_and_listed() -> None:
    names = sorted(page.name for page in (DOCS / "decisions").glob("*.md") if page.name != "README.md")
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert _LINK.findall(read("decisions/README.md")) == names


def test_the_readme_and_its_chinese_twin_have_the_same_shape() -> None:
    english, chinese = HOUSE / "README.md", HOUSE / "README.zh-CN.md"
    assert _headings(english) == _headings(chinese)
    assert fences(english) == fences(chinese)
    assert "(README.zh-CN.md)" in read(english)
    assert "(README.md)" in read(chinese)


def _headings(page: Path) -> list[int]:
    return [len(marks) for marks in _HEADING.findall(_FENCE.sub("", read(page)))]


def test_the_readme_shows_a_picture_that_is_small_enough() -> None:
    pictures = [target for target in _LINK.findall(read(HOUSE / "README.md")) if target.endswith(".png")]
    assert pictures
    assert all((HOUSE / picture).stat().st_size <= 200_000 for picture in pictures)
