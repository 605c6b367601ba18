"""Words from jieba with the legal dictionary."""

import hashlib
import logging
import warnings
from pathlib import Path
from typing import Any

from knowledge.search.lexicon import legal_words
from knowledge.search.normal import is_searchable, normal_form

_FREQUENCY = 20_000
"""Given to every legal word: high enough that jieba never prefers its pieces, for all are shorter and rarer."""


class JiebaWords:
    """The Words port over jieba's search mode: long words, and the known words inside them.

    `cache` is a folder in which jieba keeps its dictionary in a form that loads fast. The dictionary is read when the
    first text is cut. Safe to share between threads.
    """

    def __init__(self, cache: Path, lexicon: tuple[str, ...] | None = None) -> None:
        """Nothing is loaded yet; `lexicon` replaces the legal dictionary."""
        self._cache = cache
        self._lexicon = legal_words() if lexicon is None else lexicon
        self._tokenizer: Any = None

    @property
    def name(self) -> str:
        """Changes whenever the same text might be cut differently."""
        return f"jieba-{lexicon_digest(self._lexicon)}"

    def cut(self, text: str) -> list[str]:
        """Search tokens of the text in their order, in normal form, without punctuation."""
        tokenizer = self._tokenizer or self._load()
        return [token for token in tokenizer.cut_for_search(normal_form(text)) if is_searchable(token)]

    def _load(self) -> Any:
        tokenizer = _quiet_jieba().Tokenizer()
        self._cache.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(self._cache)
        tokenizer.cache_file = "jieba.cache"
        tokenizer.initialize()
        for word in self._lexicon:
            tokenizer.add_word(normal_form(word), _FREQUENCY)
        self._tokenizer = tokenizer
        return tokenizer


def lexicon_digest(lexicon: tuple[str, ...]) -> str:
    """Eight hexadecimal digits that stand for a dictionary's words."""
    return hashlib.sha256("\n".join(lexicon).encode()).hexdigest()[:8]


def _quiet_jieba() -> Any:
    # jieba 0.42 holds invalid escapes and imports pkg_resources; both warn, and we treat warnings as errors.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    return jieba
