"""Words from rjieba, jieba's rewrite in Rust: the same cut about six times as fast (optional: extra `fast`)."""

from typing import Any

from knowledge.adapters.jieba_words import lexicon_digest
from knowledge.search.lexicon import legal_words
from knowledge.search.normal import is_searchable, normal_form

_FREQUENCY = 20_000  # as in JiebaWords


class RjiebaWords:
    """The Words port over rjieba's search mode. The dictionary is read when the first text is cut."""

    def __init__(self, lexicon: tuple[str, ...] | None = None) -> None:
        """Nothing is loaded yet; `lexicon` replaces the legal dictionary."""
        self._lexicon = legal_words() if lexicon is None else lexicon
        self._jieba: Any = None

    @property
    def name(self) -> str:
        """Changes whenever the same text might be cut differently."""
        return f"rjieba-{lexicon_digest(self._lexicon)}"

    def cut(self, text: str) -> list[str]:
        """Search tokens of the text in their order, in normal form, without punctuation."""
        jieba = self._jieba or self._load()
        return [token for token in jieba.cut_for_search(normal_form(text)) if is_searchable(token)]

    def _load(self) -> Any:
        import rjieba

        jieba = rjieba.Jieba()
        for word in self._lexicon:
            jieba.add_word(normal_form(word), _FREQUENCY, "n")
        self._jieba = jieba
        return jieba
