"""Log lines without personal data: an error's own words may repeat what somebody said."""

import logging

from knowledge import mask


class MaskedLines(logging.Formatter):
    """Formats a record, its traceback with it, and masks the personal data in the whole."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, masked."""
        return mask(super().format(record)).text
