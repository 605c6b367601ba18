"""The fake of the Library port: laws as values in memory, resolved by the same rules."""

from collections.abc import Iterator, Mapping
from datetime import date

from knowledge.statutes.library import Finding, IndexedArticle, LawCard, Version
from knowledge.statutes.model import Article, ArticleNumber, Law, Wording
from knowledge.statutes.names import Names
from knowledge.statutes.reference import ArticleRef
from knowledge.statutes.resolution import resolve, version_of
from knowledge.statutes.shelf import Run, WordingCard, card_of, governing, runs_of, words_of


class MemoryLibrary:
    """Laws by id."""

    def __init__(self, laws: Mapping[str, Law], names: Names) -> None:
        self._laws, self._names = laws, names
        self._cards = {
            law.id: LawCard(law.id, law.title, law.rank, law.region, law.force, law.ended_by) for law in laws.values()
        }

    def find(self, name: str) -> tuple[LawCard, ...]:
        return tuple(self._cards[law] for law in self._names.find(name) if law in self._cards)

    def laws(self) -> tuple[LawCard, ...]:
        return tuple(self._cards[law] for law in sorted(self._cards))

    def resolve(self, ref: ArticleRef, on: date) -> Finding:
        return resolve(self, self.find(ref.law), ref, on)

    def versions(self, ref: ArticleRef) -> tuple[Version, ...]:
        number = ArticleNumber(ref.article, ref.insert)
        return tuple(
            version_of(self, law.id, number, run)[0] for law in self.find(ref.law) for run in self.runs(law.id, number)
        )

    def wording(self, law: str, on: date) -> Wording | None:
        card = governing(self.wordings(law), on)
        return self._laws[law].wordings[card.key] if card else None

    def articles(self) -> Iterator[IndexedArticle]:
        for law in self.laws():
            numbers = {a.number for wording in self._laws[law.id].wordings for a in wording.articles}
            for number in sorted(numbers):
                for run in self.runs(law.id, number):
                    version, article = version_of(self, law.id, number, run)
                    headings = " ".join([*(d.title for d in article.divisions), article.caption]).strip()
                    key = f"{version.ref}@{run.force.start.earliest}"
                    yield IndexedArticle(key, version.ref, law, headings, version.text, run.force)

    def wordings(self, law: str) -> tuple[WordingCard, ...]:
        return tuple(card_of(key, wording) for key, wording in enumerate(self._laws[law].wordings) if law in self._laws)

    def runs(self, law: str, number: ArticleNumber) -> tuple[Run, ...]:
        return runs_of((card, self._mark(law, card, number)) for card in self.wordings(law))

    def article(self, card: WordingCard, number: ArticleNumber) -> Article | None:
        for law in self._laws.values():
            for wording in law.wordings:
                if (wording.path, wording.corpus, wording.force) == (card.path, card.corpus, card.force):
                    return next((a for a in wording.articles if a.number == number), None)
        return None

    def _mark(self, law: str, card: WordingCard, number: ArticleNumber) -> str | None:
        found = next((a for a in self._laws[law].wordings[card.key].articles if a.number == number), None)
        return words_of(found) if found else None
