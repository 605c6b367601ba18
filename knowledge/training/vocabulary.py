"""The encoder's vocabulary: words of the law and of questions, as a tokenizer that needs no dictionary."""

import math
import re
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from knowledge.search.ports import Words

UNKNOWN = "[UNK]"
_ABSENT = 0.5  # count that a single character gets which occurs in no text as a word
_HAN = re.compile(r"[\u3400-\u9fff]")  # 法
_HAN_AND_LATIN = r"[^\p{Han}a-z0-9]+"


def count_words(texts: Iterable[str], words: Words) -> Counter[str]:
    """How often each word occurs."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(words.cut(text))
    return counts


def choose_words(law: Counter[str], asked: Counter[str], size: int, rarest: int) -> Counter[str]:
    """The vocabulary with its counts: every Han character seen, then words that occur `rarest` times or more.

    A word of the questions counts ten times: there are few questions, and each stands for many people.
    """
    counts = law + Counter({word: 10 * count for word, count in asked.items()})
    chosen = Counter({character: counts[character] for character in {*_HAN.findall("".join(counts))}})
    for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        if count < rarest or len(chosen) >= size - 1:
            break
        chosen[word] = count
    return chosen


def make_tokenizer(counts: Counter[str]) -> Tokenizer:
    """A unigram tokenizer that cuts a text into the likeliest words of the vocabulary (id 0 is unknown)."""
    total = sum(counts.values())
    scored = [(word, math.log(max(count, _ABSENT) / total)) for word, count in counts.items()]
    scored.sort(key=lambda pair: (-pair[1], pair[0]))
    tokenizer = Tokenizer(models.Unigram([(UNKNOWN, -30.0), *scored], unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(_HAN_AND_LATIN), "removed")
    return tokenizer
