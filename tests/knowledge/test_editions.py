"""Editions are swapped whole: a build that fails or is killed leaves the old one serving."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.editions import Edition, Editions
from knowledge.errors import IndexMissing


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
