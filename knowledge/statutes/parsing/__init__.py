"""Statutes from the Markdown of the corpora: `read_corpus(root, corpus)` gives a Sheet a text."""

from knowledge.statutes.parsing.corpus import CORPORA, excluded, read_corpus

__all__ = ["CORPORA", "excluded", "read_corpus"]
