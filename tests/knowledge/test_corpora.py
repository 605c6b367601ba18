"""Corpora: installed whole or not at all, from a mirror or from a public address, and what is altered is refused."""

import functools
import http.server
import io
import os
import shutil
import signal
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from knowledge.corpora import fetch
from knowledge.corpora.archive import unpack
from knowledge.corpora.shelf import Shelf
from knowledge.corpora.source import load_sources
from knowledge.errors import CorpusBusy, CorpusCorrupt, CorpusUnreachable, DataError, FolderUnusable
from tests.knowledge.small_corpus import FILES, LATER, archive, source, source_toml


def silent(_done: int, _total: int) -> None:
    """No progress."""


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "corpora")


@pytest.fixture
def public(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A real HTTP server on loopback: its address and the folder that it serves."""
    folder = tmp_path / "public"
    folder.mkdir()
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", folder
        server.shutdown()


def test_only_the_files_taken_are_installed(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    installed = shelf.install(source(), mirror, silent)
    folder = shelf.folder_of(installed)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"docs/social/trial-law/README.md", "docs/social/other-law/README.md"}
    assert shelf.installed() == {"just-laws": installed}


def test_a_mirrors_archive_and_the_public_one_have_one_digest(
    shelf: Shelf, mirror: Path, public: tuple[str, Path], tmp_path: Path
) -> None:
    address, folder = public
    pinned = source()
    archive(mirror, pinned, packing="xz")
    file = archive(folder, pinned, dict(reversed(FILES.items())) | {"extra.md": "only in the public one"}, packing="gz")
    remote = replace(pinned, address=f"{address}/{file.name}")
    assert shelf.install(pinned, mirror, silent).digest == pinned.digest
    assert Shelf(tmp_path / "other").install(remote, None, silent).digest == pinned.digest


def test_the_download_tells_its_progress(shelf: Shelf, public: tuple[str, Path]) -> None:
    address, folder = public
    file = archive(folder, source(), packing="gz")
    told: list[tuple[int, int]] = []
    shelf.install(
        replace(source(), address=f"{address}/{file.name}"), None, lambda done, total: told.append((done, total))
    )
    assert told[-1] == (file.stat().st_size, file.stat().st_size)


def test_what_cannot_be_reached_names_both_places(shelf: Shelf, mirror: Path, public: tuple[str, Path]) -> None:
    address, _ = public
    with pytest.raises(CorpusUnreachable, match=r"mirror.*made-up-trial") as error:
        shelf.install(replace(source(), address=f"{address}/gone.tar.gz"), mirror, silent)
    assert "gone.tar.gz" in str(error.value)
    assert "404" in str(error.value)


@pytest.mark.parametrize("keep", [0, 1, 50, -10])
def test_a_truncated_archive_is_refused_with_its_digests(shelf: Shelf, mirror: Path, keep: int) -> None:
    file = archive(mirror, source())
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(CorpusCorrupt, match=f"{file.name}.*digest expected {source().digest}, found"):
        shelf.install(source(), mirror, silent)
    assert shelf.installed() == {}


def test_an_altered_archive_is_refused_and_the_old_one_still_serves(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    before = shelf.install(source(), mirror, silent)
    altered = {path: text.replace("每天", "每年") for path, text in FILES.items()}
    later = source(commit=LATER)
    archive(mirror, later, altered)
    with pytest.raises(CorpusCorrupt, match=f"digest expected {later.digest}, found [0-9a-f]{{64}}"):
        shelf.install(later, mirror, silent)
    assert shelf.installed() == {"just-laws": before}
    assert shelf.verify() == {"just-laws": before.digest}


@pytest.mark.parametrize("name", ["../outside.md", "/etc/outside.md", "docs/social/../../../outside.md"])
def test_a_path_that_leads_outside_is_not_written(shelf: Shelf, mirror: Path, tmp_path: Path, name: str) -> None:
    pinned = source()
    with tarfile.open(mirror / f"{pinned.archive_stem}.tar.xz", "w:xz") as tar:
        member = tarfile.TarInfo(f"trial/{name}")
        member.size = 4
        tar.addfile(member, io.BytesIO(b"evil"))
    with pytest.raises(CorpusCorrupt):
        shelf.install(pinned, mirror, silent)
    assert not list(tmp_path.rglob("outside.md"))


def test_verify_finds_a_file_that_was_changed_on_disk(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    installed = shelf.install(source(), mirror, silent)
    path = next(shelf.folder_of(installed).rglob("README.md"))
    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    assert shelf.verify()["just-laws"] != installed.digest


def test_two_installers_do_not_meet(shelf: Shelf, mirror: Path, tmp_path: Path) -> None:
    archive(mirror, source())
    with shelf._locked(), pytest.raises(CorpusBusy, match="another process"):
        Shelf(tmp_path / "corpora").install(source(), mirror, silent)


def test_killed_at_any_moment_the_shelf_names_a_whole_corpus(mirror: Path, tmp_path: Path) -> None:
    """Swap to and fro in another process, kill it at many moments; what is installed always verifies."""
    archive(mirror, source())
    many = FILES | {f"docs/social/law-{n}/README.md": FILES["docs/social/trial-law/README.md"] * 20 for n in range(60)}
    archive(mirror, source(many, LATER), many)
    folder = tmp_path / "corpora"
    Shelf(folder).install(source(), mirror, silent)
    script = (
        "import sys, shutil\nfrom pathlib import Path\nfrom knowledge.corpora.shelf import Shelf\n"
        "from tests.knowledge.small_corpus import FILES, LATER, source\n"
        "text = FILES['docs/social/trial-law/README.md'] * 20\n"
        "many = FILES | {f'docs/social/law-{n}/README.md': text for n in range(60)}\n"
        "shelf, mirror = Shelf(Path(sys.argv[1])), Path(sys.argv[2])\nprint('ready', flush=True)\n"
        "while True:\n"
        "    for pinned in (source(many, LATER), source()):\n"
        "        shelf.install(pinned, mirror, lambda *_: None)\n"
        "        for old in Path(sys.argv[1]).glob('just-laws/*'):\n"
        "            if not old.name.startswith(pinned.commit): shutil.rmtree(old)\n"
    )
    for moment in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(folder), str(mirror)], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.013 * moment)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        shelf = Shelf(folder)
        assert shelf.verify() == {"just-laws": shelf.installed()["just-laws"].digest}
    # the sweep removes what the killed ones left
    shelf.install(source(), mirror, silent)
    shelf.place(source(many, LATER), mirror, silent)
    assert not list(folder.glob(".staging-*"))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[[source]]\nid = 3", "source 1"),
        (source_toml(source()).replace("a" * 40, "abc"), "40"),
        (source_toml(source()) + "branch = 'main'\n", "branch"),
        ("not toml", "sources.toml"),
    ],
)
def test_a_broken_sources_file_names_the_rule(tmp_path: Path, text: str, rule: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=rule):
        load_sources(path)


def test_the_pinned_digests_are_those_of_the_mirror(tmp_path: Path) -> None:
    mirror = os.environ.get("LAWLINE_MIRROR")
    if not mirror:
        pytest.skip("LAWLINE_MIRROR names no mirror folder with the corpus archives")
    shelf = Shelf(tmp_path / "corpora")
    for pinned in load_sources():
        shelf.install(pinned, Path(mirror), silent)
    assert shelf.verify() == {pinned.id: pinned.digest for pinned in load_sources()}


def test_the_folder_of_a_corpus_carries_its_digest(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    folder = shelf.folder_of(shelf.install(source(), mirror, silent))
    assert folder.name == f"{source().commit}-{source().digest[:12]}"


def test_a_pointer_to_a_missing_folder_installs_again(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    installed = shelf.install(source(), mirror, silent)
    shutil.rmtree(shelf.folder_of(installed))
    shelf.install(source(), mirror, silent)
    assert shelf.verify() == {"just-laws": source().digest}


def test_the_same_commit_with_another_digest_is_refused(shelf: Shelf, mirror: Path) -> None:
    archive(mirror, source())
    before = shelf.install(source(), mirror, silent)
    forged = replace(source(), digest="f" * 64)
    with pytest.raises(CorpusCorrupt, match=f"digest expected {forged.digest}, found {source().digest}.*the mirror"):
        shelf.install(forged, mirror, silent)
    assert shelf.installed() == {"just-laws": before}


def test_a_disk_that_takes_nothing_is_not_called_a_bad_archive(mirror: Path, tmp_path: Path) -> None:
    file = archive(mirror, source())
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnusable, match="cannot be written: Not a directory"):
        unpack(file, source(), tmp_path / "file" / "files")


def test_a_download_that_does_not_end_is_cut_off(
    shelf: Shelf, public: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, folder = public
    file = archive(folder, source(), packing="gz")
    monkeypatch.setattr(fetch, "LARGEST", file.stat().st_size - 1)
    with pytest.raises(CorpusCorrupt, match=f"{file.name} sends more than"):
        shelf.install(replace(source(), address=f"{address}/{file.name}"), None, silent)


@pytest.mark.parametrize(("said", "total"), [("3", 3), ("three", 0), ("²", 0), ("-3", 0), ("9" * 5000, 0), (None, 0)])
def test_a_length_that_makes_no_sense_is_taken_as_unknown(said: str | None, total: int, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    headers = {"content-length": said.encode()} if said else {}
    answer = httpx.Response(200, headers=headers, request=httpx.Request("GET", "http://127.0.0.1/"), stream=Three())
    fetch._keep(answer, tmp_path / "archive", lambda done, total: told.append((done, total)))
    assert told == [(3, total)]
    assert (tmp_path / "archive").read_bytes() == b"abc"


class Three(httpx.SyncByteStream):
    """Three bytes, whatever the header says."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"abc"
