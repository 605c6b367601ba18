"""What can go wrong inside `knowledge`, drawn as a tree.

KnowledgeError                  anything below
├── ReferenceSyntaxError        a text is not an article reference
├── CorpusError                 a corpus cannot be had, or is not what its pin says
│   ├── CorpusUnreachable       neither mirror nor public address has it
│   ├── CorpusCorrupt           the digest or the archive is wrong
│   └── CorpusBusy              another process is installing
├── BadSetting                  a setting breaks its rule; the message names the variable
├── DataError                   a data file that we wrote breaks its schema
├── IndexMissing                the search index is not there, or was built from other data
├── IndexBusy                   another process is building
└── FolderUnusable              a folder of ours cannot be made or written; the message names it

A law that does not exist, a repealed article, a day before the law: these are findings, not errors.
"""


class KnowledgeError(Exception):
    """Anything that `knowledge` raises on purpose."""


class ReferenceSyntaxError(KnowledgeError, ValueError):
    """A text is not an article reference; the message names the text and the rule."""


class CorpusError(KnowledgeError):
    """A corpus cannot be had, or is not what its pin says."""


class CorpusUnreachable(CorpusError):
    """Neither the mirror nor the public address has the corpus."""


class CorpusCorrupt(CorpusError):
    """An archive is truncated, altered or unreadable; the message gives the digest expected and found."""


class CorpusBusy(CorpusError):
    """Another process is installing corpora into the same folder."""


class BadSetting(KnowledgeError, ValueError):
    """A setting breaks its rule; the message names the variable."""


class DataError(KnowledgeError):
    """A data file breaks its schema; the message names the file, the line and the rule."""


class IndexMissing(KnowledgeError):
    """The search index is not there, or was built from other data."""


class IndexBusy(KnowledgeError):
    """Another process is building library and index into the same folder."""


class FolderUnusable(KnowledgeError):
    """A folder of ours, or a file in it, cannot be made or written (rights, a full disk); the message names it."""
