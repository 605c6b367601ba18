"""`lawline` as a person types it: real processes, exit codes, text and JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.knowledge.small_corpus import LATER, archive, source, source_toml


def lawline(*words: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with a data folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LAWLINE_")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "channels.cli", *words],
        env=kept | {"LAWLINE_DATA": str(data)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A data folder with a made-up corpus installed and indexed, and its environment."""
    data = tmp_path_factory.mktemp("data")
    mirror = tmp_path_factory.mktemp("mirror")
    archive(mirror, source())
    sources = mirror / "sources.toml"
    sources.write_text(source_toml(source()), "utf-8")
    environment = {"LAWLINE_MIRROR": str(mirror), "LAWLINE_SOURCES": str(sources)}
    for words in (["corpus", "install"], ["index", "build"]):
        done = lawline(*words, data=data, **environment)
        assert done.returncode == 0, done.stderr
    return data, environment


COMMANDS = [
    "ask",
    "serve",
    "corpus list",
    "corpus install",
    "corpus upgrade",
    "corpus verify",
    "corpus status",
    "law show",
]


@pytest.mark.parametrize("command", [*COMMANDS, "index build", "index status"])
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    done = lawline(*command.split(), "--help", data=tmp_path)
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_without_a_corpus_it_answers_from_the_starter_knowledge_and_says_so(tmp_path: Path) -> None:
    done = lawline("ask", "老板三个月没发工资了怎么办", "--json", data=tmp_path)
    reply = json.loads(done.stdout)
    assert done.returncode == 0
    assert reply["degraded"] is True
    assert "没有安装法律条文" in reply["notice"]
    assert reply["conclusion"]
    assert reply["citations"]
    assert not any(citation["verified"] for citation in reply["citations"])


def test_the_json_of_an_answer_has_the_promised_fields(tmp_path: Path) -> None:
    reply = json.loads(lawline("ask", "离婚冷静期多久", "--json", data=tmp_path).stdout)
    promised = "answer_id conversation day region service matter conclusion citations steps missing offers step handoff"
    assert list(reply) == [*promised.split(), "degraded", "removed", "notice", "text", "related"]
    assert set(reply["handoff"]) >= {"needed", "desk", "urgency", "reason"}
    assert set(reply["citations"][0]) == {"ref", "law", "quote", "from", "to", "status", "verified"}


def test_a_conversation_goes_on_over_two_commands(tmp_path: Path) -> None:
    first = json.loads(lawline("ask", "老板拖欠工资怎么办", "--json", data=tmp_path).stdout)
    second = json.loads(
        lawline("ask", "那要多久？", "--json", "--conversation", first["conversation"], data=tmp_path).stdout
    )
    assert second["conversation"] == first["conversation"]
    assert second["matter"] == first["matter"] == "labour.wages"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["ask", "今天天气怎么样"], 3, "没有找到"),
        (["ask", ""], 2, "问题是空的"),
        (["ask", "离婚", "--day", "2021-02-30"], 2, "2021-02-30"),
        (["ask", "离婚", "--region", "上海"], 2, "六位数字"),
        (["ask", "离婚", "--region", "３１００００"], 2, "六位数字"),
        (["ask", "离婚", "--conversation", "a b"], 2, "对话编号"),
        (["ask"], 2, "QUESTION"),
        (["law", "show", "这不是条文吧你说呢"], 2, "这不是条文"),
        (["law", "show", "民法典第一千零七十九条"], 4, "尚未安装"),
        (["corpus", "status"], 3, "no corpus"),
        (["corpus", "verify"], 3, "no corpus"),
        (["index", "status"], 3, "no index"),
        (["index", "build"], 4, "lawline corpus install"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_exit_codes_and_plain_words(words: list[str], code: int, says: str, tmp_path: Path) -> None:
    done = lawline(*words, data=tmp_path)
    assert done.returncode == code, done.stderr
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("LAWLINE_WORDS", "scissors", "LAWLINE_WORDS"),
        ("LAWLINE_GENERATOR", "openai", "LAWLINE_MODEL"),
        ("LAWLINE_STORE", "nonsense", "store"),
    ],
)
def test_a_bad_setting_is_told_by_its_name(setting: str, value: str, says: str, tmp_path: Path) -> None:
    done = lawline("ask", "离婚", data=tmp_path, **{setting: value})
    assert done.returncode in (2, 4)
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_small_corpus_is_listed_verified_and_indexed(small: tuple[Path, dict[str, str]]) -> None:
    data, environment = small
    listed = json.loads(lawline("corpus", "list", "--json", data=data, **environment).stdout)
    assert [(row["id"], row["installed"]) for row in listed] == [("just-laws", True)]
    verified = lawline("corpus", "verify", data=data, **environment)
    assert (verified.returncode, verified.stdout.split()[1]) == (0, "ok")
    built = json.loads(lawline("index", "status", "--json", data=data, **environment).stdout)
    assert built["laws"] >= 2
    assert built["corpora"] == {"just-laws": "a" * 40}


def test_law_show_gives_the_part_asked_and_its_time(small: tuple[Path, dict[str, str]]) -> None:
    data, environment = small
    done = lawline(
        "law", "show", "《试验法》第2条第2款第（二）项", "--on", "2020-01-01", "--json", data=data, **environment
    )
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["ref"], found["status"], found["from"], found["to"]) == (
        "试验法第二条第二款第二项",
        "in_force",
        "2019-03-01",
        None,
    )
    assert "下雪" in found["text"]


def test_law_before_its_day_is_said_to_be_not_yet_in_force(small: tuple[Path, dict[str, str]]) -> None:
    data, environment = small
    done = lawline("law", "show", "试验法第一条", "--on", "2019-02-28", "--json", data=data, **environment)
    assert json.loads(done.stdout)["status"] == "not_yet"


def test_an_article_that_is_not_there_is_not_found(small: tuple[Path, dict[str, str]]) -> None:
    data, environment = small
    done = lawline("law", "show", "试验法第九千条", data=data, **environment)
    assert done.returncode == 3
    assert "第九千条" in done.stdout


def test_an_upgrade_shows_what_changes_and_swaps_only_then(tmp_path: Path) -> None:
    from tests.knowledge.small_corpus import FILES

    data, mirror = tmp_path / "data", tmp_path / "mirror"
    mirror.mkdir()
    first = mirror / "first.toml"
    first.write_text(source_toml(source()), "utf-8")
    archive(mirror, source())
    changed = {
        "docs/social/trial-law/README.md": FILES["docs/social/trial-law/README.md"].replace("每天", "每周"),
        "docs/social/new-law/README.md": FILES["docs/social/trial-law/README.md"].replace("试验法", "新法"),
    }
    later = source(changed, LATER)
    archive(mirror, later, changed)
    second = mirror / "second.toml"
    second.write_text(source_toml(later), "utf-8")
    environment = {"LAWLINE_MIRROR": str(mirror), "LAWLINE_SOURCES": str(first)}
    assert lawline("corpus", "install", data=data, **environment).returncode == 0
    shown = lawline("corpus", "upgrade", "--to", str(second), "--yes", data=data, **environment)
    assert shown.returncode == 0, shown.stderr
    assert "1 added, 1 changed, 1 lost" in shown.stdout
    assert "+ 新法 (2019-01-01)" in shown.stdout
    assert "- 样品法 (2019-01-01)" in shown.stdout
    status = json.loads(lawline("corpus", "status", "--json", data=data, **environment).stdout)
    assert status["just-laws"]["commit"] == LATER
    again = lawline("corpus", "upgrade", "--to", str(first), "--yes", "--json", data=data, **environment)
    assert [change["corpus"] for change in json.loads(again.stdout)] == ["just-laws"]


def test_a_mirror_with_an_altered_archive_is_refused_with_code_4(tmp_path: Path) -> None:
    mirror = tmp_path / "mirror"
    mirror.mkdir()
    (mirror / "sources.toml").write_text(source_toml(source()), "utf-8")
    archive(mirror, source(), {"docs/social/trial-law/README.md": "# other\n"})
    environment = {"LAWLINE_MIRROR": str(mirror), "LAWLINE_SOURCES": str(mirror / "sources.toml")}
    done = lawline("corpus", "install", data=tmp_path / "data", **environment)
    assert done.returncode == 4
    assert source().digest in done.stderr
    done = lawline("corpus", "install", "--if-reachable", data=tmp_path / "data", **environment)
    assert done.returncode == 4
    assert source().digest in done.stderr
    assert f"from the mirror {mirror}" in done.stderr


def test_what_cannot_be_reached_is_passed_over_at_a_first_start(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(source_toml(source()), "utf-8")
    environment = {"LAWLINE_SOURCES": str(tmp_path / "sources.toml")}
    done = lawline("corpus", "install", "--if-reachable", "--json", data=tmp_path / "data", **environment)
    assert done.returncode == 0
    assert [row["id"] for row in json.loads(done.stdout)["missed"]] == ["just-laws"]
