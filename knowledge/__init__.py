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
from knowledge.guide_cards import ArticleNames, Guide, Statement, load_guides
from knowledge.holdings import Holdings
from knowledge.hotlines import hotlines
from knowledge.matters import Classify, Likely, Matter, matter_ids, matters
from knowledge.privacy import Masked, PersonalKind, PersonalSpan, mask, without_marks
from knowledge.search.model import Found, Kind, Passage, Query
from knowledge.search.script import simplified
from knowledge.statutes.library import Finding, LawCard, Library, Miss, Version
from knowledge.statutes.mentions import Mention, Named
from knowledge.statutes.model import NATION, Article, Force, Rank, Status, Wording
from knowledge.statutes.numerals import parse as number_of
from knowledge.statutes.reference import ArticleRef
from knowledge.statutes.reference import parse as parse_ref

__all__ = [
    "NATION",
    "Article",
    "ArticleNames",
    "ArticleRef",
    "BadSetting",
    "Classify",
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
    "Likely",
    "Masked",
    "Matter",
    "Mention",
    "Miss",
    "Named",
    "Passage",
    "PersonalKind",
    "PersonalSpan",
    "Query",
    "Rank",
    "ReferenceSyntaxError",
    "Statement",
    "Status",
    "Version",
    "Wording",
    "hotlines",
    "load_guides",
    "mask",
    "matter_ids",
    "matters",
    "number_of",
    "parse_ref",
    "simplified",
    "without_marks",
]
