from pathlib import Path

from knowledge.adapters.jieba_words import JiebaWords
from knowledge.search.lexicon import legal_words


def test_the_dictionary_is_large_and_without_repeats() -> None:
    assert len(legal_words()) >= 1_500
    assert len(set(legal_words())) == len(legal_words())


def test_each_word_is_one_that_jieba_alone_cuts_apart(tmp_path: Path) -> None:
    plain = JiebaWords(tmp_path, ())
    needless = [word for word in legal_words() if plain.cut(word)[-1:] == [word.lower()]]
    assert needless == []
