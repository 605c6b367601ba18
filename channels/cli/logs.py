"""Where the log lines of a serving process go: standard error, one line each, with their time."""

from copy import deepcopy
from typing import Any


def serving_logs() -> dict[str, Any]:
    """The logging configuration (`logging.config.dictConfig`) of every worker: uvicorn's own with ours beside it."""
    from uvicorn.config import LOGGING_CONFIG

    chosen: dict[str, Any] = deepcopy(LOGGING_CONFIG)
    chosen["formatters"]["lawline"] = {
        "class": "channels.cli.masked_lines.MaskedLines",
        "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
    }
    chosen["handlers"]["lawline"] = {
        "class": "logging.StreamHandler",
        "formatter": "lawline",
        "stream": "ext://sys.stderr",
    }
    chosen["loggers"]["lawline"] = {"handlers": ["lawline"], "level": "INFO", "propagate": False}
    return chosen
