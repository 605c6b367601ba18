"""BM25 in tantivy: holds at half a million passages and takes changes without a rebuild.

Measured traps that this adapter avoids: text given to tantivy's query parser is syntax (so queries are built from
terms); integer keys are deleted silently not at all (so keys are raw strings); an unset index option stores positions.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock

import tantivy
from tantivy import FieldType, Occur, SchemaBuilder
from tantivy import Query as Clause

from knowledge.errors import IndexMissing
from knowledge.search.model import Document, Kind, Query
from knowledge.search.ports import Hits, Words
from knowledge.search.region import regions_over
from knowledge.search.terms import MEANT, WEIGHTS, Terms, Weights, document_terms, meant_terms, query_terms
from knowledge.statutes.model import Rank

_HEAP = 128_000_000  # bytes; tantivy flushes a segment when its writer holds this much
_NO_RANK = "none"  # a guide has no rank, and no rank filter excludes it


class TantivyIndex:
    """The Index port over a tantivy folder. Searches may run on many threads; changes are made one at a time."""

    def __init__(self, path: Path, words: Words, weights: Weights = WEIGHTS) -> None:
        """Open the index in the folder `path`; IndexMissing where there is none (see `create`)."""
        if not path.is_dir() or not tantivy.Index.exists(str(path)):
            raise IndexMissing(f"no tantivy index in {path}: build it first")
        self._words = words
        self._weights = weights
        self._schema = _schema()
        self._index = _open(path, self._schema)
        self._changing = Lock()

    @classmethod
    def create(cls, path: Path, words: Words, weights: Weights = WEIGHTS) -> "TantivyIndex":
        """Make an empty index in the folder `path`, which may not hold one yet."""
        path.mkdir(parents=True, exist_ok=True)
        if tantivy.Index.exists(str(path)):
            raise ValueError(f"{path} already holds an index: open it, or choose an empty folder")
        tantivy.Index(_schema(), str(path))
        return cls(path, words, weights)

    def __len__(self) -> int:
        """Documents held."""
        return int(self._index.searcher().num_docs)

    def search(self, query: Query, limit: int) -> Hits:
        """The best documents that pass the filters and share a term with the query, by weighted BM25."""
        return self._best(query, limit, self._filters(query))

    def scores(self, query: Query, keys: Sequence[str]) -> dict[str, float]:
        """What `search` would score these documents; those that it would never find are left out."""
        wanted = Clause.term_set_query(self._schema, "key", list(keys))
        return dict(self._best(query, len(keys), (*self._filters(query), wanted)))

    def _best(self, query: Query, limit: int, filters: Iterable[Clause]) -> Hits:
        scored = self._scored(query)
        if not scored or limit < 1:
            return []
        clauses = [(Occur.Must, Clause.boolean_query(scored))]
        clauses += [(Occur.Must, Clause.const_score_query(clause, 0.0)) for clause in filters]
        searcher = self._index.searcher()
        found = searcher.search(Clause.boolean_query(clauses), limit, count=False).hits
        return [(str(searcher.doc(address)["key"][0]), float(score)) for score, address in found]

    def idf(self, word: str) -> float:
        """How rare a word is, see the port."""
        searcher = self._index.searcher()
        held, having = searcher.num_docs, searcher.doc_freq("words", word)
        return math.log1p((held - having + 0.5) / (having + 0.5)) if held else 0.0

    def update(self, documents: Iterable[Document]) -> None:
        """Add documents, each in place of the one with its key, and make them visible together."""
        with self._changing:
            fresh = len(self) == 0
            writer = self._index.writer(_HEAP, 1)
            seen: set[str] = set()
            for document in documents:
                if not fresh or document.key in seen:
                    writer.delete_documents_by_term("key", document.key)
                seen.add(document.key)
                writer.add_document(self._entry(document))
            self._publish(writer)

    def delete(self, keys: Iterable[str]) -> None:
        """Forget documents; unknown keys are ignored."""
        with self._changing:
            writer = self._index.writer(_HEAP, 1)
            for key in keys:
                writer.delete_documents_by_term("key", key)
            self._publish(writer)

    def _publish(self, writer: tantivy.IndexWriter) -> None:
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def _scored(self, query: Query) -> list[tuple[Occur, Clause]]:
        said = self._clauses(query_terms(query.words, self._words), 1.0)
        return said + self._clauses(meant_terms(query, self._words), MEANT) if query.meant else said

    def _clauses(self, terms: Terms, share: float) -> list[tuple[Occur, Clause]]:
        fields = (
            ("title", terms.title, self._weights.title),
            ("words", terms.words, self._weights.words),
            ("bigrams", terms.bigrams, self._weights.bigrams),
        )
        return [
            (Occur.Should, Clause.boost_query(Clause.term_query(self._schema, field, term, "freq"), weight * share))
            for field, values, weight in fields
            if weight > 0
            for term in values
        ]

    def _filters(self, query: Query) -> Iterable[Clause]:
        day = query.day.toordinal()
        schema = self._schema
        yield Clause.range_query(schema, "starts", FieldType.Integer, None, day)
        yield Clause.range_query(schema, "ends", FieldType.Integer, day + 1, None)
        yield Clause.term_set_query(schema, "region", list(regions_over(query.region)))
        if query.kinds != frozenset(Kind):
            yield Clause.term_set_query(schema, "kind", sorted(query.kinds))
        if query.ranks != frozenset(Rank):
            yield Clause.term_set_query(schema, "rank", [*sorted(query.ranks), _NO_RANK])

    def _entry(self, document: Document) -> tantivy.Document:
        terms = document_terms(document, self._words)
        values = {
            "key": document.key,
            "kind": document.kind.value,
            "rank": document.rank.value if document.rank else _NO_RANK,
            "region": document.region,
            "starts": document.starts,
            "ends": document.ends,
            "title": " ".join(terms.title),
            "words": " ".join(terms.words),
            "bigrams": " ".join(terms.bigrams),
        }
        return tantivy.Document.from_dict(values, self._schema)


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "rank", "region"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("starts", "ends"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("title", "words", "bigrams"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _open(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    try:
        return tantivy.Index(schema, str(path))
    except ValueError as error:
        raise IndexMissing(f"the index in {path} has another layout: rebuild it ({error})") from error
