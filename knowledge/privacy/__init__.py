"""Personal data in what people say: found, and replaced by marks (see `docs/privacy.md`)."""

from knowledge.privacy.find import find
from knowledge.privacy.marks import mask, without_marks
from knowledge.privacy.model import Masked, PersonalKind, PersonalSpan

__all__ = ["Masked", "PersonalKind", "PersonalSpan", "find", "mask", "without_marks"]
