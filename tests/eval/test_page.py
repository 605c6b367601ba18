"""The page is whole, asks nobody outside, and shows what is strange as text."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from eval.comparison import compare
from eval.fold_file import Folds
from eval.judged import Judged
from eval.page import CHANGED, WORST, comparison_page, report_page, worst
from eval.report import report
from eval.run import Run
from eval.views import Views
from tests.channels.browser import FLAGS, chromium

DAY = date(2024, 5, 1)
NASTY = "<script>alert('风筝')</script>"
GOLD = {f"q{number}": {NASTY if number == 1 else f"灯笼条例第{number}条": 1} for number in range(80)}
JUDGED = Judged({id_: f"{NASTY}怎么取下 {id_}" for id_ in GOLD}, GOLD)
OLD = {id_: ["x", *grades] for id_, grades in GOLD.items()}
NEW = {id_: [*grades] if id_ < "q3" else ["x", "y", *grades] for id_, grades in GOLD.items()} | {
    "q7": [],
    "q8": ["z"] * 1,
}


def full() -> str:
    folds = Folds(NASTY, 0, "by hand", {id_: at % 5 for at, id_ in enumerate(GOLD)})
    views = Views(folds, held_out=True, against=(NASTY, OLD), trained=({"t": {"灯笼条例第3条": 1}},))
    ran = Run(NEW, tuple(float(at + 1) for at in range(80)), {id_: at / 80 for at, id_ in enumerate(GOLD)})
    return report_page(report(NASTY, JUDGED, ran, 3, views), JUDGED, ran, DAY, OLD)


class Tags(HTMLParser):
    """Tags with their attributes, and whether each that must be is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("page", [full(), comparison_page(compare(JUDGED, (NASTY, OLD), ("new", NEW)), DAY)])
def test_a_page_is_whole_and_holds_everything_itself(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {tag for tag, _ in tags.seen} & {"script", "link", "img", "iframe", "base", "form"}
    assert not {name for _, held in tags.seen for name in held} & {"src", "href", "onclick", "style", "srcset"}
    assert not re.search(r"url\(|@import", page)
    assert "&lt;script&gt;" in page


def test_every_view_has_its_section() -> None:
    page = full()
    for heading in (
        "Measures",
        "Folds",
        "Seen and unseen gold",
        "Latency",
        "Answering only when sure",
        "Gains",
        "Losses",
    ):
        assert f"<h2>{heading}</h2>" in page
    assert "3 gold passages are not held" in page
    bare = Run(NEW)
    page = report_page(report("run", JUDGED, bare, 0), JUDGED, bare, DAY)
    assert re.findall("<h2>(.*?)</h2>", page) == [
        "Measures",
        "How deep one must read",
        "Where the first gold stands",
        "Worst questions",
    ]


def test_the_worst_questions_come_first_and_long_tables_say_what_they_leave_out() -> None:
    ran = Run(NEW)
    failures = worst(report("run", JUDGED, ran, 0), JUDGED, NEW)
    assert {failures[0].question, failures[1].question} == {"q7", "q8"}
    assert len(failures) == WORST
    assert f"these are {CHANGED} of them" not in full()
    many = {f"q{at}": {"a": 1} for at in range(CHANGED + 1)}
    lost = compare(Judged(dict.fromkeys(many, ""), many), ("old", {id_: ["a"] for id_ in many}), ("new", {"q0": ["a"]}))
    assert len(lost.losses) == CHANGED
    lost = compare(Judged(dict.fromkeys(many, ""), many), ("old", {id_: ["a"] for id_ in many}), ("new", {"z": ["a"]}))
    assert f"{CHANGED + 1} in nDCG@10, the biggest first; these are {CHANGED} of them" in comparison_page(lost, DAY)


def test_a_perfect_run_has_no_worst_question() -> None:
    perfect = Run({id_: list(grades) for id_, grades in GOLD.items()}, (0.0,) * 80, dict.fromkeys(GOLD, 1.0))
    assert "Every question has its gold first." in report_page(report("run", JUDGED, perfect, 0), JUDGED, perfect, DAY)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium: install the system package chromium, or name one in LAWLINE_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [360, 1200])
def test_a_browser_shows_it_without_asking_or_overflowing(browser: Browser, tmp_path: Path, width: int) -> None:
    (file := tmp_path / "report.html").write_text(full(), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(said.text))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(file.as_uri())
    assert (asked, faults) == ([file.as_uri()], [])
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    outside = """[...document.querySelectorAll("svg text")].filter(one => {
        const text = one.getBoundingClientRect(), frame = one.closest("svg").getBoundingClientRect()
        return text.left < frame.left - 1 || text.right > frame.right + 1
    }).map(one => one.textContent)"""
    assert page.evaluate(outside) == []
    page.close()
