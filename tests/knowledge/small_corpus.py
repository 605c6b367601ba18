"""A made-up repository small enough for tests: its files, its archive in any packing, and its source."""

import hashlib
import io
import tarfile
from datetime import date
from pathlib import Path

from knowledge.corpora.digest import content_digest
from knowledge.corpora.source import Source

COMMIT = "a" * 40
LATER = "b" * 40

LAW = """# 中华人民共和国试验法

2019年1月1日第一届全国人民代表大会常务委员会第一次会议通过

## 第一章　总则

**第一条**　为了试验，制定本法。

**第二条**　试验应当每天进行。

下列情形除外：

（一）下雨；

（二）下雪。

**第三条**　本法自2019年3月1日起施行。
"""

FILES = {
    "docs/social/trial-law/README.md": LAW,
    "docs/social/other-law/README.md": LAW.replace("试验法", "样品法"),
    "docs/category/social.md": "# not taken\n",
    "README.md": "# not taken\n",
}


def source(files: dict[str, str] = FILES, commit: str = COMMIT, address: str = "http://127.0.0.1:9/none") -> Source:
    """The source of the files, pinned with their right digest."""
    new = Source(
        id="just-laws",
        repository="made-up/trial",
        commit=commit,
        day=date(2024, 1, 1),
        licence="MIT",
        address=address,
        take=("docs/social",),
        kinds=(".md",),
        digest="0" * 64,
    )
    digests = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in files.items() if new.takes(path)}
    return Source(**{name: getattr(new, name) for name in Source.__slots__} | {"digest": content_digest(digests)})


def archive(folder: Path, pinned: Source, files: dict[str, str] = FILES, packing: str = "xz") -> Path:
    """The archive of the files as a mirror or a public address would hold it."""
    path = folder / f"{pinned.archive_stem}.tar.{packing}"
    with tarfile.open(path, f"w:{packing}") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(f"trial-{pinned.commit}/{name}")
            content = text.encode()
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return path


def source_toml(pinned: Source) -> str:
    """The row of a sources.toml for the source."""
    return (
        f'[[source]]\nid = "{pinned.id}"\nrepository = "{pinned.repository}"\ncommit = "{pinned.commit}"\n'
        f'day = {pinned.day.isoformat()}\nlicence = "{pinned.licence}"\naddress = "{pinned.address}"\n'
        f'take = {list(pinned.take)}\nkinds = {list(pinned.kinds)}\ndigest = "{pinned.digest}"\n'
    )
