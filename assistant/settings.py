"""Settings of `assistant`, read once, from the environment (LAWLINE_…)."""

from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """Where conversations are kept, and which language model composes, if any. See docs/settings.md."""

    model_config = SettingsConfigDict(env_prefix="LAWLINE_", extra="ignore")

    store: str = Field(default="", description="SQLAlchemy URL of the store; empty takes SQLite in the data folder.")
    generator: Literal["none", "transformers", "openai"] = Field(
        default="none", description="Who composes: none quotes only."
    )
    model: str = Field(default="", description="The language model's folder or name.")
    openai_url: str = Field(default="", description="Base URL of an OpenAI-compatible server.")
    openai_key: SecretStr = Field(default=SecretStr(""), description="Its key, if it wants one.")
    generator_seconds: float = Field(
        default=20.0, gt=0, description="Seconds that a language model may take for an answer."
    )
    generator_tokens: int = Field(
        default=512, gt=0, description="Tokens that a language model may write for an answer."
    )

    @model_validator(mode="after")
    def _generator_is_whole(self) -> Self:
        """A language model needs its name, a server its address too."""
        if self.generator != "none" and not self.model:
            raise ValueError(f"generator {self.generator!r} needs LAWLINE_MODEL, the model's folder or name")
        if self.generator == "openai" and not self.openai_url:
            raise ValueError("generator 'openai' needs LAWLINE_OPENAI_URL, the server's base URL")
        return self
