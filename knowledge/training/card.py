"""The model card that lies beside a trained encoder."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from knowledge.training.recipe import Recipe

_CARD = """\
# Static encoder for Chinese statutes

A sentence-transformers StaticEmbedding model: a text's vector is the mean of its words' vectors. {size} words,
{dimension} dimensions, int8 with one step a row; `lawline-train export` writes float32 for sentence-transformers.

Made by `lawline-train encoder` on {day} with seed {seed}: words of the law and of questions; positive PMI within
{window} words, reduced by singular value decomposition; rare words weigh more; {epochs} epochs of contrast between
questions, lawyers' answers and the articles that answer them, against {others} other articles a step.

Data, with the first digits of SHA-256: statutes are in the public domain, STARD questions and LeCoQA answers are
MIT-licensed; and {banked} questions of our own bank (knowledge/questions).

{data}

{scores}
It knows words, not their order: it finds what is worded otherwise than the law and is meant to be fused with BM25.
"""


def write_card(
    folder: Path, recipe: Recipe, size: int, data: Sequence[Path], day: date, banked: int, scores: Path | None = None
) -> None:
    """Write README.md; `scores` is a Markdown file taken over as it is (benchmarks/retrieval_folds.py writes one)."""
    card = _CARD.format(
        size=size,
        dimension=recipe.dimension,
        day=day.isoformat(),
        seed=recipe.seed,
        window=recipe.window,
        epochs=recipe.schedule.epochs,
        others=recipe.schedule.others,
        banked=banked,
        data="\n".join(f"- `{file.parent.name}/{file.name}` {_digest(file)}" for file in data),
        scores=scores.read_text(encoding="utf-8") if scores else "Scores: not measured.\n",
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
