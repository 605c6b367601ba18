"""The Library port: what every adapter and the fake do, on the same made-up laws."""

import threading
from datetime import date
from pathlib import Path

import pytest

from knowledge.adapters.empty_library import EmptyLibrary
from knowledge.adapters.sqlite_library import SqliteLibrary, build
from knowledge.errors import CorpusError
from knowledge.statutes.library import Library, Miss
from knowledge.statutes.model import Status
from knowledge.statutes.names import Names
from knowledge.statutes.reference import ArticleRef, parse
from knowledge.statutes.resolution import in_force
from tests.knowledge.made_up_laws import LAWS, day
from tests.knowledge.memory_library import MemoryLibrary

NAMES = Names([*LAWS, "旧船法"], {"船法": "船舶法"})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    build(path, list(LAWS.values()), {"旧船法": "船舶法"})
    return path


@pytest.fixture(params=["memory", "sqlite"])
def library(request: pytest.FixtureRequest, file: Path) -> Library:
    return MemoryLibrary(LAWS, NAMES) if request.param == "memory" else SqliteLibrary(file, NAMES)


# reference @ day: status, miss, text
FOUND = {
    "船舶法第一条 @ 2000-05-31": (Status.NOT_YET, Miss.NONE, "船是船。"),
    "船舶法第一条 @ 2000-06-01": (Status.IN_FORCE, Miss.NONE, "船是船。"),
    "船法第一条 @ 2011-01-01": (Status.IN_FORCE, Miss.NONE, "船是船。"),
    "船舶法第二条 @ 2010-08-31": (
        Status.IN_FORCE,
        Miss.NONE,
        "下列情形不予登记：\n有下列情形之一的，应当登记：\n（一）申请的；\n1．本人；\n2．代理人；\n（二）应当的。",
    ),
    "船舶法第二条第一款 @ 2001-01-01": (Status.IN_FORCE, Miss.NONE, "下列情形不予登记："),
    "船舶法第二条第二款第二项 @ 2001-01-01": (Status.IN_FORCE, Miss.NONE, "（二）应当的。"),
    "船舶法第二条第二项 @ 2001-01-01": (Status.IN_FORCE, Miss.NONE, "（二）应当的。"),
    "船舶法第二条第二款第一项第二目 @ 2001-01-01": (Status.IN_FORCE, Miss.NONE, "2．代理人；"),
    "船舶法第二条第三款 @ 2001-01-01": (Status.IN_FORCE, Miss.NO_PART, ""),
    "船舶法第二条第一款第一项 @ 2001-01-01": (Status.IN_FORCE, Miss.NO_PART, ""),
    "船舶法第二条第二款第一项第三目 @ 2001-01-01": (Status.IN_FORCE, Miss.NO_PART, ""),
    "船舶法第二条 @ 2010-09-01": (Status.IN_FORCE, Miss.NONE, "大船登记。"),
    "船舶法第二条 @ 2012-06-30": (Status.IN_FORCE, Miss.NONE, "大船登记。"),
    "船舶法第二条 @ 2012-07-01": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "船舶法第一条 @ 2013-01-01": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "船舶法第二条 @ 2014-12-31": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "船舶法第二条 @ 2015-01-01": (Status.UNKNOWN, Miss.NONE, "小船登记。"),
    "船舶法第二条 @ 2016-12-31": (Status.IN_FORCE, Miss.NONE, "小船登记。"),
    "船舶法第四条 @ 2011-01-01": (Status.NOT_YET, Miss.NO_ARTICLE, ""),
    "船舶法第四条 @ 2020-01-01": (Status.IN_FORCE, Miss.NONE, "新增。"),
    "船舶法第九条 @ 2020-01-01": (Status.IN_FORCE, Miss.NO_ARTICLE, ""),
    "灯塔法第一条 @ 2019-12-31": (Status.IN_FORCE, Miss.NONE, "灯塔常明。"),
    "灯塔法第一条 @ 2020-01-01": (Status.ENDED, Miss.NONE, "灯塔常明。"),
    "运河法第一条 @ 1979-12-31": (Status.NOT_YET, Miss.NO_WORDING, ""),
    "运河法第一条 @ 1990-01-01": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "运河法第一条 @ 1995-03-01": (Status.IN_FORCE, Miss.NONE, "运河通航。"),
    "运河法第一条 @ 2005-06-01": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "运河法第一条 @ 2020-01-01": (Status.ENDED, Miss.NO_WORDING, ""),
    "海岸法第一条 @ 2030-12-31": (Status.NOT_YET, Miss.NONE, "海岸开放。"),
    "海岸法第一条 @ 2031-01-01": (Status.IN_FORCE, Miss.NONE, "海岸开放。"),
    "港口税法第一条 @ 1990-01-01": (Status.UNKNOWN, Miss.NO_WORDING, ""),
    "港口税法第一条 @ 2005-01-01": (Status.ENDED, Miss.NO_WORDING, ""),
    "港口税法 @ 1990-01-01": (Status.IN_FORCE, Miss.NO_WORDING, ""),
    "船舶法 @ 2001-01-01": (Status.IN_FORCE, Miss.NONE, ""),
    "海岸法 @ 2026-01-01": (Status.NOT_YET, Miss.NONE, ""),
    "月球法第一条 @ 2020-01-01": (Status.UNKNOWN, Miss.NO_LAW, ""),
}


@pytest.mark.parametrize("asked", FOUND)
def test_a_reference_resolves_to_the_text_of_the_day(library: Library, asked: str) -> None:
    text, on = asked.split(" @ ")
    finding = library.resolve(parse(text), day(on))
    assert (finding.status, finding.miss, finding.text) == FOUND[asked]
    assert finding.citable is (FOUND[asked][:2] == (Status.IN_FORCE, Miss.NONE))


NOTES = {
    "灯塔法第一条 @ 2020-01-01": "《灯塔法》已于2020年1月1日废止，现由《海岸法》规定。",
    "港口税法第一条 @ 2005-01-01": "《港口税法》已于2005年1月1日废止（依据：国务院关于废止税法的决定）。",
    "海岸法第一条 @ 2030-12-31": "《海岸法》自2031年1月1日起施行，2030年12月31日尚未生效。",
    "船舶法第二条 @ 2013-01-01": "2013年1月1日适用的《船舶法》文本没有收录，不能用其他时期的条文代替。",
    "船舶法第二条 @ 2015-06-01": "现有资料不能确定2015年6月1日适用《船舶法》的哪一个文本，请以当时公布的文本为准。",
    "船舶法第九条 @ 2020-01-01": "《船舶法》共4条，没有第九条。",
    "船舶法第二条第三款 @ 2001-01-01": "《船舶法》第二条共二款，找不到第三款。",
    "月球法第一条 @ 2020-01-01": "没有找到名为《月球法》的法律法规。",
    "船舶法第一条 @ 2001-01-01": "",
}


@pytest.mark.parametrize("asked", NOTES)
def test_a_citizen_is_told_why_in_one_sentence(library: Library, asked: str) -> None:
    text, on = asked.split(" @ ")
    assert library.resolve(parse(text), day(on)).note == NOTES[asked]


def test_versions_merge_equal_neighbours_but_bridge_no_gap(library: Library) -> None:
    first = library.versions(parse("船舶法第一条"))
    assert [(v.force.start.exact, v.force.end and v.force.end.exact) for v in first] == [
        (date(2000, 6, 1), date(2012, 7, 1)),
        (None, None),
    ]
    assert [v.text for v in library.versions(parse("船舶法第二条"))][1:] == ["大船登记。", "小船登记。"]


def test_the_whole_wording_of_a_day_is_given(library: Library) -> None:
    wording = library.wording("船舶法", day("2011-01-01"))
    assert wording == LAWS["船舶法"].wordings[1]
    assert library.wording("船舶法", day("2013-01-01")) is None


def test_every_version_is_indexed_once(library: Library) -> None:
    indexed = list(library.articles())
    keys = [article.key for article in indexed]
    assert len(keys) == len(set(keys))
    assert "船舶法第二条@2010-09-01" in keys
    assert all(article.text and article.headings == "第一章　总则" for article in indexed)
    resolved = [library.resolve(a.ref, a.force.start.latest) for a in indexed]
    assert [finding.text for finding in resolved] == [article.text for article in indexed]


def test_all_laws_are_listed_by_id(library: Library) -> None:
    assert [card.id for card in library.laws()] == sorted(LAWS)


def test_a_law_is_in_force_from_its_first_to_before_its_last_day(library: Library) -> None:
    days = {"1990-01-04": Status.NOT_YET, "1990-01-05": Status.IN_FORCE, "2019-12-31": Status.IN_FORCE}
    days["2020-01-01"] = Status.ENDED
    assert {text: in_force(library, "灯塔法", day(text)) for text in days} == days
    assert in_force(library, "月球法", day("2020-01-01")) is Status.UNKNOWN


def test_without_statutes_nothing_resolves() -> None:
    empty: Library = EmptyLibrary()
    finding = empty.resolve(ArticleRef("民法典", 1), day("2024-01-01"))
    assert (finding.miss, finding.citable, bool(finding.note)) == (Miss.NO_TEXT, False, True)
    assert (empty.find("民法典"), empty.laws(), list(empty.articles())) == ((), (), [])


def test_a_former_title_finds_the_law(file: Path) -> None:
    assert [card.id for card in SqliteLibrary(file).find("旧船法")] == ["船舶法"]


def test_an_ambiguous_name_is_not_guessed(file: Path) -> None:
    finding = SqliteLibrary(file, _Twins([], {})).resolve(ArticleRef("法", 1), day("2001-01-01"))
    assert (finding.miss, finding.note) == (Miss.NO_LAW, "“法”可能指《海岸法》、《灯塔法》，请写明全称。")


class _Twins(Names):
    def find(self, said: str) -> tuple[str, ...]:
        return ("灯塔法", "海岸法")


def test_many_threads_read_one_library(file: Path) -> None:
    library, texts = SqliteLibrary(file, NAMES), set()

    def read() -> None:
        for _ in range(50):
            texts.add(library.resolve(parse("船舶法第二条"), day("2011-01-01")).text)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {"大船登记。"}


@pytest.mark.parametrize("content", [None, b"", b"not a database at all, but long enough to be read as one" * 20])
def test_a_file_that_is_no_library_is_refused_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "library.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CorpusError, match=r"library\.sqlite"):
        SqliteLibrary(path)


def test_a_new_build_replaces_the_old_one_and_changes_the_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    build(path, [LAWS["灯塔法"]])
    before = SqliteLibrary(path).fingerprint
    build(path, [LAWS["灯塔法"], LAWS["海岸法"]])
    assert SqliteLibrary(path).fingerprint != before
    assert [path.name for path in tmp_path.iterdir()] == ["library.sqlite"]
