"""The store, on SQLite and on PostgreSQL: what was acknowledged is there, whatever happens after."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from assistant.adapters.sql_conversations import SqlConversations, open_engine
from assistant.errors import StoreUnavailable
from assistant.model import Answer, Citation, Handoff, Origin, Question, Reply, Role, Sentence, Service, Turn, Verdict
from knowledge import ArticleRef
from migrations.store import NEWEST, current, migrate
from tests.assistant.stores import postgresql

REF = ArticleRef("民法典", 1079, paragraph=3, item=2)


def reply(conversation: str, number: int = 0, day: date = date(2026, 1, 2)) -> Reply:
    """A reply with one citation."""
    sentence = Sentence(f"第{number}句", Role.CONCLUSION, Origin.PHRASE)
    citation = Citation(REF, "民法典", "原文", date(2021, 1, 1), None, "in_force", True)
    today = date(2026, 1, 2)
    question = Question(f"问{number}", f"问{number}", today, day, "310000", Service.CONSULTATION, "family.divorce")
    return Reply(
        answer_id=f"{conversation}-{number}"[-32:],
        conversation=conversation,
        question=question,
        answer=Answer((Verdict(sentence, (citation,)),)),
        handoff=Handoff(),
        notice="",
        text=f"答{number}",
        made_at=datetime(2026, 1, 2, 3, 4, number % 60, tzinfo=UTC),
    )


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite3'}"
    return str(request.getfixturevalue("server"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    migrate(engine)
    yield engine
    engine.dispose()


def test_a_new_conversation_is_empty_and_has_an_id_of_its_own(engine: Engine) -> None:
    store = SqlConversations(engine)
    first, second = store.load(None, Turn("a")), store.load(None, Turn("b"))
    assert first.id != second.id
    assert first.exchanges == ()


def test_an_unknown_id_begins_a_conversation_under_that_id(engine: Engine) -> None:
    assert SqlConversations(engine).load("phone-7", Turn("a")).id == "phone-7"


def test_what_was_saved_is_loaded_in_order(engine: Engine) -> None:
    store = SqlConversations(engine)
    for number in range(25):
        store.save(reply("order", number))
    loaded = store.load("order", Turn("weiter"))
    assert [exchange.question for exchange in loaded.exchanges] == [f"问{n}" for n in range(5, 25)]
    assert loaded.exchanges[-1].refs == (REF,)
    assert loaded.exchanges[-1].text == "答24"
    assert loaded.region == "310000"


def test_the_day_of_a_past_event_is_remembered(engine: Engine) -> None:
    store = SqlConversations(engine)
    store.save(reply("past", 0, day=date(2019, 5, 6)))
    store.save(reply("past", 1))
    assert store.load("past", Turn("x")).day == date(2019, 5, 6)


def test_two_first_turns_at_once_make_one_conversation(engine: Engine) -> None:
    store = SqlConversations(engine)
    failed: list[BaseException] = []

    def save(number: int) -> None:
        try:
            store.save(reply("race", number))
        except BaseException as error:  # noqa: BLE001  (shown by the assertion below)
            failed.append(error)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert len(store.load("race", Turn("x")).exchanges) == 12


def test_migrating_twice_and_at_once_is_harmless(url: str) -> None:
    engines = [open_engine(url) for _ in range(4)]
    threads = [threading.Thread(target=migrate, args=(engine,)) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {current(engine) for engine in engines} == {NEWEST}
    for engine in engines:
        engine.dispose()


def test_the_newest_revision_is_the_last_script() -> None:
    scripts = sorted(Path("migrations/versions").glob("[0-9]*.py"))
    assert scripts[-1].stem.split("_")[0] == NEWEST


def test_the_migrated_tables_are_those_of_the_model(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from assistant.adapters.tables import Base

    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert found == []


def test_sqlite_runs_with_a_log_and_foreign_keys(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 's.sqlite3'}")
    with engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "foreign_keys")
        }
        synchronous = connection.execute(text("PRAGMA synchronous")).scalar()
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}
    assert synchronous == 2


def test_a_store_that_is_gone_says_so(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'none' / 's.sqlite3'}")
    with pytest.raises(StoreUnavailable, match="conversation store failed"):
        SqlConversations(engine).load("x", Turn("x"))
    engine.dispose()


def test_acknowledged_turns_survive_kill_9(url: str) -> None:
    """A writer acknowledges each turn on its standard output; killed at random, every acknowledged turn is there."""
    engine = open_engine(url)
    migrate(engine)
    script = (
        "import sys\nfrom assistant.adapters.sql_conversations import SqlConversations, open_engine\n"
        "from tests.assistant.test_sql_conversations import reply\n"
        "store = SqlConversations(open_engine(sys.argv[1]))\n"
        "for number in range(100000):\n"
        "    store.save(reply(sys.argv[2], number))\n    print(number, flush=True)\n"
    )
    for round_number in range(5):
        conversation = f"kill{round_number}"
        process = subprocess.Popen(
            [sys.executable, "-c", script, url, conversation], stdout=subprocess.PIPE, cwd=Path.cwd()
        )
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(3 + 4 * round_number)]
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in process.stdout.read().split()]
        process.wait()
        process.stdout.close()
        with engine.connect() as connection:
            rows = connection.execute(
                text("SELECT answer_id FROM exchanges WHERE conversation_id = :id"), {"id": conversation}
            )
            kept = {row[0] for row in rows}
        assert {f"{conversation}-{number}" for number in acknowledged} <= kept
        assert len(kept) <= len(acknowledged) + 1
    engine.dispose()


def test_a_new_sqlite_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "s.sqlite3"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    with engine.connect() as connection:
        connection.execute(text("SELECT * FROM exchanges"))
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    engine.dispose()
    assert modes["s.sqlite3"] == 0o600
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("table", ["exchanges", "conversations"])
def test_an_unknown_id_tries_both_tables_and_the_failure_tells_no_sql(table: str, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 's.sqlite3'}")
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        connection.execute(text(f"ALTER TABLE {table} RENAME TO gone"))
    with pytest.raises(StoreUnavailable) as failed:
        SqlConversations(engine).load("readyz", Turn("readyz"))
    assert str(failed.value) == "the conversation store failed: OperationalError"
    engine.dispose()


def test_what_people_said_stays_out_of_the_errors_of_the_database(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 's.sqlite3'}")
    with pytest.raises(StoreUnavailable) as failed:
        SqlConversations(engine).save(reply("秘密", 1))
    assert "秘密" not in str(failed.value) + str(failed.value.__cause__)
    engine.dispose()
