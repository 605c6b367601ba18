"""The label that a machine made a file: words that people see, and metadata that machines read (GB 45438-2025)."""

import hashlib
import json
from dataclasses import dataclass

NOTICE = "本文书由人工智能生成，请核对后使用"
"""What stands on every page."""

PROPERTY = "AIGC"
"""The name of the metadata field, in Word as a custom property, in PDF in the XMP packet."""

NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/"
"""The XMP namespace of the field."""

_GENERATED = "1"  # the value of Label for what is generated, not only suspected to be


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made the file, and its number there."""

    producer: str
    number: str

    @property
    def json(self) -> str:
        """The metadata field's JSON. Nobody has spread the file yet: those who do add their own name."""
        field = {
            "Label": _GENERATED,
            "ContentProducer": self.producer,
            "ProduceID": self.number,
            "ReservedCode1": "",
            "ContentPropagator": "",
            "PropagateID": "",
            "ReservedCode2": "",
        }
        return json.dumps(field, ensure_ascii=False, separators=(",", ":"))


def number_of(*parts: str) -> str:
    """A number for a file that is the same for the same content: 32 hexadecimal digits that tell nothing of it.

    A digest of short private facts can be guessed; 128 bits over the whole text cannot be led back to them.
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
