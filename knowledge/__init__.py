"""Knowledge: statutes through time, guide cards, search, and what is known to be missing. This is its front door.

Heavy parts (search engines, the encoder) are reached through `knowledge.bootstrap`, which only a bootstrap imports.
"""

from knowledge.errors import (
    BadSetting,
    CorpusBusy,
    CorpusCorrupt,
    CorpusError,
    CorpusUnreachable,
    DataError,
    IndexMissing,
    KnowledgeError,
    ReferenceSyntaxError,
)
from knowledge.gaps import Gap
from knowledge.guide_cards import Guide, Statement, load_guides
from knowledge.holdings import Holdings
from knowledge.hotlines import hotlines
from knowledge.matters import Matter, matter_ids, matters
from knowledge.search.model import Found, Kind, Passage, Query
from knowledge.statutes.library import Finding, LawCard, Library, Miss, Version
from knowledge.statutes.mentions import Mention, Named
from knowledge.statutes.model import NATION, Article, Force, Rank, Status, Wording
from knowledge.statutes.numerals import parse as number_of
from knowledge.statutes.reference import ArticleRef
from knowledge.statutes.reference import parse as parse_ref

__all__ = [
    "NATION",
    "Article",
    "ArticleRef",
    "BadSetting",
    "CorpusBusy",
    "CorpusCorrupt",
    "CorpusError",
    "CorpusUnreachable",
    "DataError",
    "Finding",
    "Force",
    "Found",
    "Gap",
    "Guide",
    "Holdings",
    "IndexMissing",
    "Kind",
    "KnowledgeError",
    "LawCard",
    "Library",
    "Matter",
    "Mention",
    "Miss",
    "Named",
    "Passage",
    "Query",
    "Rank",
    "ReferenceSyntaxError",
    "Statement",
    "Status",
    "Version",
    "Wording",
    "hotlines",
    "load_guides",
    "matter_ids",
    "matters",
    "number_of",
    "parse_ref",
]
