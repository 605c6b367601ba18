"""Questions to measure with: those of a file, or the ways of asking that the guide cards carry."""

from pathlib import Path
from random import Random

from eval.judged import read_questions
from knowledge import load_guides

SEED = 12348


def texts(file: Path | None) -> list[str]:
    """Questions in an order that is drawn once and stays: of a tab-separated file (id, question), else of the cards."""
    found = list(read_questions(file).values()) if file else [ask for guide in load_guides() for ask in guide.ask]
    Random(SEED).shuffle(found)
    return found
