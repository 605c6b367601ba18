"""Texts as rows of a sparse matrix, so that their mean vectors are one product."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from tokenizers import Tokenizer


def token_ids(texts: Sequence[str], tokenizer: Tokenizer) -> list[NDArray[np.int32]]:
    """Token ids of each text."""
    encoded = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    return [np.asarray(tokens.ids, np.int32) for tokens in encoded]


def mean_rows(ids: Sequence[NDArray[np.int32]], vocabulary: int) -> csr_array:
    """Shape (texts, vocabulary): each row holds 1/n for each of the text's n tokens, so rows @ vectors are means."""
    lengths = np.array([len(tokens) for tokens in ids])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    shares = np.repeat(1.0 / np.maximum(lengths, 1), lengths).astype(np.float32)
    columns = np.concatenate(ids) if ids else np.empty(0, np.int32)
    matrix = csr_array((shares, columns, starts), shape=(len(ids), vocabulary))
    matrix.sum_duplicates()
    return matrix
