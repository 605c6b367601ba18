"""The bank's questions as a build keeps them for reading: which were written for a version of an article."""

import json
import logging
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from knowledge.search.documents import article_key
from knowledge.search.model import Document
from knowledge.statutes.model import Force
from knowledge.statutes.reference import ArticleRef

log = logging.getLogger("lawline.knowledge")


class AskedFile:
    """Reads what `write_asked` wrote, when the first article is asked for; a file that cannot be read holds nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def about(self, ref: ArticleRef, force: Force) -> tuple[str, ...]:
        """The questions that this version of the article answers."""
        return tuple(self._held.get(article_key(ref, force), ()))

    @cached_property
    def _held(self) -> dict[str, list[str]]:
        try:
            held: dict[str, list[str]] = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError) as error:  # suggestions are no reason to withhold an answer
            log.error("%s cannot be read (%s): no questions are shown; lawline index build mends it", self._path, error)
            return {}
        return held


def write_asked(path: Path, documents: Iterable[Document]) -> None:
    """Write the questions of `Bank.documents`, by the key of the passage that answers them."""
    held = {document.key: document.text.split("\n") for document in documents}
    path.write_text(json.dumps(held, ensure_ascii=False), "utf-8")
