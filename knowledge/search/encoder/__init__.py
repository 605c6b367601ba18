"""The folder of the default encoder's files; README.md beside them is its model card."""

from pathlib import Path

DEFAULT_ENCODER = Path(__file__).parent
"""Give it to StaticEncoder."""
