"""The wiring of `assistant`: settings are read here, once; tests call `wire` with parts of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.composition.generated import Generated
from assistant.composition.generator import Generator
from assistant.composition.quotation import compose
from assistant.errors import StoreUnavailable
from assistant.interviews.stage import Interviewing
from assistant.pipeline import Assistant
from assistant.related import RelatedQuestions
from assistant.retrieval import Retrieval
from assistant.settings import AssistantSettings
from assistant.stages import Compose, Conversations
from assistant.triage import triage
from assistant.understanding.entities import read as read_fact
from assistant.understanding.understand import Understanding
from assistant.verification.verify import Verification
from knowledge import Holdings
from knowledge.bootstrap import classifier, open_holdings
from knowledge.bootstrap import settings as knowledge_settings
from knowledge.settings_reader import read_settings
from migrations.store import migrate

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Wired:
    """The assistant with what stands behind it."""

    assistant: Assistant
    holdings: Holdings
    engine: Engine


def now() -> datetime:
    """This moment in Asia/Shanghai, the civil time of every date in Lawline."""
    return datetime.now(SHANGHAI)


def build(settings: AssistantSettings | None = None) -> Wired:
    """Read the settings, open what is held and the store, and wire the line.

    BadSetting where a setting breaks its rule, StoreUnavailable where the database cannot be opened or migrated.
    """
    settings = settings or read_settings(AssistantSettings)
    holdings = open_holdings()
    engine = open_store(settings)
    return Wired(wire(holdings, SqlConversations(engine), _composer(settings)), holdings, engine)


def wire(
    holdings: Holdings,
    conversations: Conversations,
    composer: Compose = compose,
    clock: Callable[[], datetime] = now,
) -> Assistant:
    """The line over the given parts."""
    return Assistant(
        conversations=conversations,
        understand=Understanding(holdings.find_refs, lambda: clock().date(), classifier()),
        interviewing=Interviewing(read_fact),
        retrieve=Retrieval(holdings),
        compose=composer,
        verify=Verification(holdings.library.resolve, holdings.find_refs),
        triage=triage,
        relate=RelatedQuestions(holdings),
        now=clock,
    )


def open_store(settings: AssistantSettings) -> Engine:
    """The migrated database of the settings; SQLite in the data folder where none is set.

    StoreUnavailable where the folder cannot be made, or the database cannot be opened or migrated.
    """
    url = settings.store or f"sqlite:///{_data_folder() / 'lawline.sqlite3'}"
    try:
        engine = open_engine(url)
        migrate(engine)
    except SQLAlchemyError as error:
        place = "of LAWLINE_STORE" if settings.store else f"in {knowledge_settings().data}"
        raise StoreUnavailable(f"the store {place} cannot be opened or migrated: {error}") from error
    return engine


def _data_folder() -> Path:
    folder = knowledge_settings().data
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"{folder} cannot be made: {error.strerror} (rule: LAWLINE_DATA is a folder that this user may write)"
        ) from error
    return folder


def _composer(settings: AssistantSettings) -> Compose:
    generator = _generator(settings)
    return Generated(generator, compose) if generator else compose


def _generator(settings: AssistantSettings) -> Generator | None:
    match settings.generator:
        case "transformers":
            from assistant.adapters.transformers_generator import TransformersGenerator

            return TransformersGenerator(settings.model, settings.generator_seconds, settings.generator_tokens)
        case "openai":
            from assistant.adapters.openai_generator import OpenAiGenerator

            return OpenAiGenerator(
                settings.openai_url,
                settings.openai_key.get_secret_value(),
                settings.model,
                settings.generator_seconds,
                settings.generator_tokens,
            )
        case _:
            return None
