"""Editions are swapped whole: a build that fails or is killed leaves the old one serving."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from knowledge.editions import Edition, Editions
from knowledge.errors import FolderUnusable, IndexBusy, IndexMissing


def edition(name: str) -> Edition:
    return Edition(name, {"just-laws": "a" * 40}, {"just-laws": "2024-01-01"}, 1, 1, 3, "2024-01-01T00:00:00+00:00")


def writes(name: str, text: str):
    def fill(folder: Path) -> Edition:
        (folder / "library.sqlite").write_text(text)
        return edition(name)

    return fill


def test_there_is_no_edition_before_the_first_build(tmp_path: Path) -> None:
    assert Editions(tmp_path / "editions").current() is None


def test_a_build_becomes_current_and_keeps_the_one_before(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    for number in range(3):
        editions.build(writes(f"e{number}", str(number)))
    current = editions.current()
    assert current is not None
    assert (current / "library.sqlite").read_text() == "2"
    assert editions.describe(current) == edition("e2")
    assert {folder.name for folder in tmp_path.iterdir() if folder.is_dir()} == {"e1", "e2"}


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    editions.build(writes("e0", "0"))

    def fails(folder: Path) -> Edition:
        (folder / "half").write_text("half")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        editions.build(fails)
    assert editions.current() == tmp_path / "e0"
    assert not list(tmp_path.glob(".staging-*"))


def test_a_pointer_to_nothing_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("gone")
    with pytest.raises(IndexMissing, match=r"gone.*lawline index build"):
        Editions(tmp_path).current()


def test_killed_while_it_builds_the_old_edition_still_serves(tmp_path: Path) -> None:
    Editions(tmp_path).build(writes("e0", "0"))
    script = (
        "import os, sys, signal\nfrom pathlib import Path\nfrom knowledge.editions import Editions\n"
        "def fill(folder):\n    (folder / 'half').write_text('half')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Editions(Path(sys.argv[1])).build(fill)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=Path.cwd(), check=False)
    assert done.returncode == -signal.SIGKILL
    assert Editions(tmp_path).current() == tmp_path / "e0"
    Editions(tmp_path).build(writes("e1", "1"))
    assert not list(tmp_path.glob(".staging-*"))


def test_the_same_edition_built_again_gets_a_folder_of_its_own_and_leaves_the_serving_one(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    editions.build(writes("e0", "first"))
    serving = editions.current()
    assert serving is not None
    editions.build(writes("e0", "second"))
    assert (serving / "library.sqlite").read_text() == "first"
    again = editions.current()
    assert again is not None
    assert (again.name, (again / "library.sqlite").read_text()) == ("e0-2", "second")
    assert editions.describe(again).id == "e0"


def test_killed_at_any_moment_while_it_builds_the_same_edition_a_whole_one_serves(tmp_path: Path) -> None:
    Editions(tmp_path).build(writes("e0", "whole"))
    script = (
        "import sys\nfrom pathlib import Path\nfrom knowledge.editions import Editions\n"
        "from tests.knowledge.test_editions import writes\nprint('ready', flush=True)\n"
        "while True: Editions(Path(sys.argv[1])).build(writes('e0', 'whole'))\n"
    )
    for moment in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.007 * moment)
        process.kill()
        process.wait()
        process.stdout.close()
        current = Editions(tmp_path).current()
        assert current is not None
        assert (current / "library.sqlite").read_text() == "whole"
        assert Editions(tmp_path).describe(current) == edition("e0")


def test_a_second_builder_is_told_that_the_first_builds_and_sweeps_nothing(tmp_path: Path) -> None:
    editions = Editions(tmp_path)

    def fill(folder: Path) -> Edition:
        with pytest.raises(IndexBusy, match=str(tmp_path)):
            Editions(tmp_path).build(writes("e1", "1"))
        return writes("e0", "0")(folder)

    editions.build(fill)
    assert editions.current() == tmp_path / "e0"


def test_a_build_heals_a_pointer_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("gone")
    Editions(tmp_path).build(writes("e0", "0"))
    assert Editions(tmp_path).current() == tmp_path / "e0"


def test_an_edition_may_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        Editions(tmp_path).build(writes("e0", "0"))
    finally:
        os.umask(before)
    assert (tmp_path / "e0").stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnusable, match="file/editions cannot be written: Not a directory"):
        Editions(tmp_path / "file" / "editions").build(writes("e0", "0"))
