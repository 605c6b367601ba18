"""How alike two texts of law are, from sketches small enough to keep where the texts themselves may not be kept.

A sketch is the bottom-k sample of a text's four-character shingles (Broder 1997): the k smallest of their 32-bit
hashes. Two sketches estimate the Jaccard coefficient of the shingle sets; for short texts the estimate is exact.
"""

import base64
import re
import struct
import zlib

Sketch = tuple[int, ...]
"""At most `SIZE` hashes, ascending."""

SIZE = 32
_WIDTH = 4
_SIGNS = re.compile(r"\W+")


def sketch(text: str) -> Sketch:
    """The sketch of a text; punctuation and spaces do not count."""
    plain = _SIGNS.sub("", text)
    shingles = {plain[at : at + _WIDTH] for at in range(max(1, len(plain) - _WIDTH + 1))}
    return tuple(sorted({zlib.crc32(shingle.encode()) for shingle in shingles})[:SIZE])


def likeness(one: Sketch, other: Sketch) -> float:
    """The estimated Jaccard coefficient, 0 to 1; 1 for the same text."""
    shared = set(one) & set(other)
    union = sorted({*one, *other})[:SIZE]
    return sum(mark in shared for mark in union) / len(union) if union else 0.0


def print_sketch(marks: Sketch) -> str:
    """The sketch as URL-safe Base64: what `read_sketch` reads back."""
    return base64.urlsafe_b64encode(struct.pack(f">{len(marks)}I", *marks)).decode().rstrip("=")


def read_sketch(printed: str) -> Sketch:
    """The sketch that was printed so; ValueError where it is none."""
    packed = base64.urlsafe_b64decode(printed + "=" * (-len(printed) % 4))
    if not packed or len(packed) % 4:
        raise ValueError(f"{printed!r} is not a sketch: whole 32-bit numbers are expected")
    return struct.unpack(f">{len(packed) // 4}I", packed)
