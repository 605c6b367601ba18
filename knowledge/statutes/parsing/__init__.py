"""Statutes from the Markdown of the corpora: `read_corpus(root, corpus)` gives a Sheet a text."""

from knowledge.statutes.parsing.corpus import CORPORA, excluded, read_corpus
from knowledge.statutes.parsing.report import Failure, Report, report

__all__ = ["CORPORA", "Failure", "Report", "excluded", "read_corpus", "report"]
