"""`lawline` on a damaged or impossible data folder: real processes that go on, or say plainly what is wrong."""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.channels.test_cli import lawline
from tests.knowledge.small_corpus import archive, source, source_toml


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a mirror and a data folder, installed and built."""
    folder = tmp_path_factory.mktemp("whole")
    archive(folder, source())
    (folder / "sources.toml").write_text(source_toml(source()), "utf-8")
    for words in (["corpus", "install"], ["index", "build"]):
        done = run(folder, *words)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copytree(whole, tmp_path / "copy"))


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return lawline(*words, data=folder / "data", **environment(folder))


def environment(folder: Path) -> dict[str, str]:
    return {"LAWLINE_MIRROR": str(folder), "LAWLINE_SOURCES": str(folder / "sources.toml")}


def edition(folder: Path) -> Path:
    editions = folder / "data" / "editions"
    return editions / (editions / "current").read_text()


def dangling(folder: Path) -> None:
    (folder / "data" / "editions" / "current").write_text("gone")


def torn(folder: Path) -> None:
    library = edition(folder) / "library.sqlite"
    library.write_bytes(library.read_bytes()[:5000])


def emptied(folder: Path) -> None:
    (edition(folder) / "library.sqlite").write_bytes(b"")


def scribbled(folder: Path) -> None:
    library = edition(folder) / "library.sqlite"
    content = library.read_bytes()
    library.write_bytes(content[:4096] + b"x" * (len(content) - 4096))


def undescribed(folder: Path) -> None:
    (edition(folder) / "edition.json").write_text("{")


BREAKING = [dangling, torn, emptied, scribbled, undescribed]


@pytest.mark.parametrize("damage", BREAKING)
def test_a_broken_build_answers_from_the_starter_knowledge_and_is_healed(damage, folder: Path) -> None:
    damage(folder)
    asked = run(folder, "ask", "老板三个月没发工资了怎么办", "--json")
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["degraded"] is True
    assert "lawline index build" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert run(folder, "law", "show", "试验法第一条").returncode == 4
    healed = run(folder, "index", "build", "--if-needed")
    assert healed.returncode == 0, healed.stderr
    assert "nothing to do" not in healed.stderr
    assert run(folder, "law", "show", "试验法第一条").returncode == 0
    assert "nothing to do" in run(folder, "index", "build", "--if-needed").stderr


def test_a_missing_index_is_said_on_standard_error_and_the_json_stays_json(folder: Path) -> None:
    shutil.rmtree(edition(folder) / "index")
    asked = run(folder, "ask", "试验法第一条", "--json")
    assert json.loads(asked.stdout)["degraded"] is True
    assert "lawline index build" in asked.stderr
    assert "nothing to do" not in run(folder, "index", "build", "--if-needed").stderr
    assert json.loads(run(folder, "ask", "试验法第一条", "--json").stdout)["degraded"] is False


@pytest.mark.parametrize(
    "words", [["ask", "离婚"], ["serve", "--port", "0"], ["corpus", "install"], ["index", "build"]], ids="-".join
)
def test_an_impossible_data_folder_is_named_with_code_4(words: list[str], whole: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = lawline(*words, data=tmp_path / "file" / "data", **environment(whole))
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    if words != ["index", "build"]:  # which misses the corpora before it writes
        assert str(tmp_path / "file" / "data") in done.stderr


def test_serving_over_a_broken_build_writes_its_access_log_on_standard_error(folder: Path) -> None:
    dangling(folder)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LAWLINE_")}
    with subprocess.Popen(
        [sys.executable, "-m", "channels.cli", "serve", "--port", "0"],
        env=kept | {"LAWLINE_DATA": str(folder / "data"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().split()[1]
        log = process.stderr.readline()
        try:
            answer = _get(f"{address}version")
            log += process.stderr.readline()
        finally:
            process.terminate()
            log += process.communicate(timeout=20)[1]
    assert answer["statutes"] is False
    assert "lawline.access GET /version 200" in log
    assert "the build cannot be opened" in log


def _get(address: str) -> dict[str, object]:
    """What the address answers, once it listens."""
    for attempt in range(200):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return dict(json.load(answer))
        except OSError:
            if attempt == 199:
                raise
            time.sleep(0.1)
    raise AssertionError
