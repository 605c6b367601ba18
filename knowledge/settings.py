"""Settings of `knowledge`, read once, from the environment (LAWLINE_…)."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_HOUSE = Path(__file__).resolve().parent.parent


def default_data() -> Path:
    """`.lawline` in a source checkout, else the user's data folder, so that two checkouts never share an index."""
    if (_HOUSE / "pyproject.toml").is_file():
        return _HOUSE / ".lawline"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "lawline"


class KnowledgeSettings(BaseSettings):
    """Where the data lie, and which adapters serve them. See docs/settings.md."""

    model_config = SettingsConfigDict(env_prefix="LAWLINE_", extra="ignore")

    data: Path = Field(default_factory=default_data, description="Folder of corpora, library, index and store.")
    mirror: Path | None = Field(
        default=None, description="Folder with the corpus archives; asked before the public address."
    )
    sources: Path | None = Field(default=None, description="A sources.toml instead of the one that Lawline carries.")
    words: Literal["auto", "jieba", "rjieba"] = Field(
        default="auto", description="Word cutter; auto takes rjieba if installed."
    )
    lexical: Literal["auto", "tantivy", "rank_bm25"] = Field(
        default="auto",
        description="BM25 engine; auto takes tantivy with statutes, rank_bm25 for the starter knowledge.",
    )
    encoder: str = Field(
        default="", description="A sentence-transformers model's folder or name; empty takes the shipped one."
    )
    reranker: str = Field(
        default="", description="A cross-encoder's or reranking language model's folder or name; empty takes none."
    )
    dense: bool = Field(default=True, description="Whether the dense index is used beside BM25.")
