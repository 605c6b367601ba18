"""What a leakage check found, for reading and as JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from eval.leakage import Pair


@dataclass(frozen=True, slots=True)
class Leaks:
    """Pairs of `questions` questions with those of `against`; `within`: with one another, each pair once."""

    against: str
    questions: int
    limit: float
    pairs: tuple[Pair, ...]
    within: bool = False

    @property
    def touched(self) -> int:
        """Questions with a near-duplicate; of two alike within a set, the first may stay."""
        return len({pair.other_id if self.within else pair.id for pair in self.pairs})

    @property
    def share(self) -> float:
        """The share of the questions that is touched; 0 for no questions."""
        return self.touched / self.questions if self.questions else 0.0

    def json(self) -> dict[str, Any]:
        """JSON values."""
        return {
            "against": self.against,
            "questions": self.questions,
            "limit": self.limit,
            "near_duplicates": self.touched,
            "share": round(self.share, 4),
            "pairs": [asdict(pair) for pair in self.pairs],
        }

    def text(self) -> str:
        """One line a pair between tabs, the share below."""
        lines = [
            f"{pair.similarity:.3f}\t{pair.id}\t{pair.other_id}\t{pair.text}\t{pair.other_text}" for pair in self.pairs
        ]
        told = f"{self.touched} of {self.questions} questions ({self.share:.2%}) have a near-duplicate"
        return "\n".join([*lines, f"{told} (4-gram Jaccard above {self.limit:g}) in {self.against}"])
