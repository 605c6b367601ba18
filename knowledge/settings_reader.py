"""Reading settings so that a bad one is told by its variable, not by a traceback."""

from typing import TypeVar

from pydantic import ValidationError
from pydantic_settings import BaseSettings

from knowledge.errors import BadSetting

Settings = TypeVar("Settings", bound=BaseSettings)


def read_settings(kind: type[Settings]) -> Settings:
    """The settings from the environment. BadSetting naming the variable, its value's place and the rule."""
    try:
        return kind()
    except ValidationError as error:
        first = error.errors()[0]
        prefix = kind.model_config.get("env_prefix", "")
        name = f"{prefix}{'_'.join(str(part) for part in first['loc'])}".upper()
        raise BadSetting(f"{name}: {first['msg']} (found {first['input']!r})") from error
