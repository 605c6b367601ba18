"""Fine-tuning by contrast on a GPU: the same batches, loss and steps as `contrast.NumpyLearner`, by PyTorch."""

import numpy as np
import torch
from scipy.sparse import csr_array
from torch import Tensor
from torch.nn.functional import cross_entropy, embedding_bag, normalize

from knowledge.search.ports import Vectors
from knowledge.training.contrast import MEMORY, Batch


class TorchLearner:
    """The Learner on a PyTorch device, `cuda` or `cpu`."""

    def __init__(self, vectors: Vectors, device: str) -> None:
        self._device = torch.device(device)
        self._vectors = torch.nn.Parameter(torch.tensor(vectors, device=self._device))
        self._adam = torch.optim.Adam([self._vectors], betas=MEMORY, eps=1e-8)

    def step(self, batch: Batch, temperature: float, rate: float) -> float:
        """As Learner."""
        for group in self._adam.param_groups:
            group["lr"] = rate
        loss = self._loss(batch, temperature)
        self._adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch has no type for it
        self._adam.step()
        return float(loss.item())

    def vectors(self) -> Vectors:
        """As Learner."""
        moved: Vectors = self._vectors.detach().cpu().numpy().astype(np.float32)
        return moved

    def _loss(self, batch: Batch, temperature: float) -> Tensor:
        size = len(batch.partner)
        logits = self._means(batch.left) @ self._means(batch.right).T / temperature
        logits = logits.masked_fill(torch.tensor(batch.masked, device=self._device), float("-inf"))
        own = torch.arange(size, device=self._device)
        return (cross_entropy(logits, own) + cross_entropy(logits[:, :size].T, own)) / 2

    def _means(self, rows: csr_array) -> Tensor:
        """Unit vectors of the rows' weighted sums."""
        tokens = torch.tensor(rows.indices, dtype=torch.long, device=self._device)
        starts = torch.tensor(rows.indptr[:-1], dtype=torch.long, device=self._device)
        weights = torch.tensor(rows.data, dtype=torch.float32, device=self._device)
        sums = embedding_bag(tokens, self._vectors, starts, per_sample_weights=weights, mode="sum")
        return normalize(sums, eps=1e-6)
