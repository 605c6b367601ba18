"""The bank's questions as a build keeps them for reading: which were written for a version of an article."""

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from knowledge.errors import IndexMissing
from knowledge.search.documents import article_key
from knowledge.search.model import Document
from knowledge.statutes.model import Force
from knowledge.statutes.reference import ArticleRef


class AskedFile:
    """Reads what `write_asked` wrote; the file is read when the first article is asked for."""

    def __init__(self, path: Path) -> None:
        """IndexMissing where the build has no such file."""
        if not path.is_file():
            raise IndexMissing(f"no questions in {path}: rebuild the index")
        self._path = path

    def about(self, ref: ArticleRef, force: Force) -> tuple[str, ...]:
        """The questions that this version of the article answers."""
        return tuple(self._held.get(article_key(ref, force), ()))

    @cached_property
    def _held(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = json.loads(self._path.read_text("utf-8"))
        return held


def write_asked(path: Path, documents: Iterable[Document]) -> None:
    """Write the questions of `Bank.documents`, by the key of the passage that answers them."""
    held = {document.key: document.text.split("\n") for document in documents}
    path.write_text(json.dumps(held, ensure_ascii=False), "utf-8")
