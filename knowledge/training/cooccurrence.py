"""First vectors: which words stand near each other (PPMI), reduced by a singular value decomposition.

Levy, Goldberg, Dagan (TACL 2015) for PPMI and its smoothing; Halko, Martinsson, Tropp (2011) for the decomposition;
Arora, Liang, Ma (ICLR 2017) for the weight a / (a + p) that lets rare words lead a text's mean.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

from knowledge.search.ports import Vectors

_BREAK = -1  # stands between texts, so that the last word of one is no neighbour of the next


def count_neighbours(ids: Sequence[NDArray[np.int32]], vocabulary: int, window: int) -> csr_array:
    """Shape (vocabulary, vocabulary): how often two tokens stand at most `window` apart, nearer pairs counting more."""
    pause = np.full(window, _BREAK, np.int32)
    stream = np.concatenate([part for tokens in ids for part in (tokens, pause)])
    total = csr_array((vocabulary, vocabulary), dtype=np.float32)
    for distance in range(1, window + 1):
        left, right = stream[:-distance], stream[distance:]
        both = (left != _BREAK) & (right != _BREAK)
        share = np.full(int(both.sum()), (window + 1 - distance) / window, np.float32)
        total = total + coo_array((share, (left[both], right[both])), shape=total.shape).tocsr()
    return (total + total.T).tocsr()


def positive_pmi(counts: csr_array, smoothing: float = 0.75) -> csr_array:
    """Positive pointwise mutual information, natural logarithm, contexts smoothed by the given power."""
    pairs = counts.tocoo()
    rows = np.asarray(counts.sum(axis=1)).ravel()
    contexts = rows**smoothing
    expected = rows[pairs.row] * (contexts[pairs.col] / contexts.sum())
    information = np.log(pairs.data / expected).astype(np.float32)
    kept = information > 0
    return coo_array((information[kept], (pairs.row[kept], pairs.col[kept])), shape=counts.shape).tocsr()


def reduce_rank(matrix: csr_array, dimension: int, seed: int, rounds: int = 4) -> Vectors:
    """The left singular vectors times the square root of their values, shape (rows, dimension)."""
    random = np.random.default_rng(seed)
    basis = matrix @ random.standard_normal((matrix.shape[1], dimension + 32), np.float32)
    for _ in range(rounds):
        basis = np.linalg.qr(matrix @ (matrix.T @ basis))[0]
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors: Vectors = (basis @ left)[:, :dimension] * np.sqrt(values[:dimension])
    return vectors.astype(np.float32)


def weigh_rare(vectors: Vectors, counts: NDArray[np.float64], a: float = 1e-3) -> Vectors:
    """Unit vectors scaled by a / (a + p), p being the token's share of all tokens."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    share = (counts / counts.sum())[:, None]
    weighted: Vectors = vectors / np.maximum(lengths, 1e-9) * (a / (a + share))
    return weighted.astype(np.float32)
