"""References in a question: known laws first, then names that only look like laws, so that they can be denied."""

from dataclasses import dataclass

from knowledge.statutes.finder import NameFinder
from knowledge.statutes.mentions import Mention, Named, find_all


@dataclass(frozen=True, slots=True)
class Recognition:
    """Finds references in running text with the names of known laws."""

    names: NameFinder

    def __call__(self, text: str) -> list[Mention]:
        """Every reference; 不存在法第一条 names a law that nobody knows, and is found all the same."""
        known = find_all(text, self.names)
        if all(mention.named is not Named.NONE for mention in known):
            return known
        named = {mention.end: mention for mention in find_all(text) if mention.ref.law}
        return [named.get(mention.end, mention) if mention.named is Named.NONE else mention for mention in known]
