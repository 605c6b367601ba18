"""Log lines carry no personal data, their tracebacks neither, and stay readable."""

import logging
import logging.config
import sys

from channels.cli.logs import serving_logs
from channels.cli.masked_lines import MaskedLines


def record(message: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord("lawline.store", logging.ERROR, "store.py", 1, message, values, None)


def test_what_was_said_is_masked_in_a_line() -> None:
    assert MaskedLines("%(message)s").format(record("failed: %s", "电话13812345678")) == "failed: 电话〔电话〕"


def test_a_traceback_is_masked() -> None:
    try:
        raise ValueError("身份证310101199001011234")
    except ValueError:
        line = record("failed")
        line.exc_info = sys.exc_info()
    shown = MaskedLines("%(message)s").format(line)
    assert "310101199001011234" not in shown
    assert "ValueError" in shown


def test_an_access_line_stays_as_it_is() -> None:
    line = "2026-11-24 22:07:18,123 INFO lawline.access POST /v1/ask 200 12.3 ms"
    assert MaskedLines("%(message)s").format(record(line)) == line


def test_the_serving_process_logs_through_it() -> None:
    logging.config.dictConfig({**serving_logs(), "disable_existing_loggers": False})
    [handler] = logging.getLogger("lawline").handlers
    assert isinstance(handler.formatter, MaskedLines)
