"""The pages in a real Chromium: by touch, by keyboard, in large type, without scripts, asking nobody outside."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect, sync_playwright

from assistant import Reply, Sentence, Turn
from channels.web.app import create_app
from tests.channels.browser import FLAGS, Visit, chromium, served, visit
from tests.channels.made_up import ASKED, ASKED_OF_DISPUTES, Country

FENCE = "邻居的篱笆挡了我的路，怎么办？"
PAGES = ["/", "/law/邻里互助法第二条?on=2012-01-01", "/law/邻里互助法", "/law/旧门牌条例第二条", "/law/太空交通法"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium: install the system package chromium, or name one in LAWLINE_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def home(small_app: FastAPI) -> Iterator[str]:
    with served(small_app) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home) as seen:
        yield seen
        assert seen.outside == []
        assert seen.faults == []


def test_a_question_gets_a_card_whose_citation_opens_with_its_interval(phone: Visit) -> None:
    page = phone.open()
    phone.ask(FENCE)
    card = page.locator(".exchange").last
    expect(card.locator(".answer-label")).to_contain_text("AI生成")
    expect(card.locator(".conclusion")).to_contain_text("扎篱笆要给邻居留路。")
    slip = card.locator(".slip").first
    expect(slip.locator(".slip-force")).to_have_text("自2021年1月1日起施行，现行有效")
    expect(slip.locator("mark")).to_be_hidden()
    slip.locator("summary").click()
    expect(slip.locator("mark")).to_have_text("扎篱笆的，应当给邻居留路二尺。")
    slip.get_by_role("link", name="看历次文本和上下条文").click()
    expect(page.locator("h1")).to_contain_text("第二条")
    expect(page.locator("#k1")).to_be_in_viewport()


def test_the_number_behind_a_sentence_opens_its_citation(phone: Visit) -> None:
    page = phone.open()
    phone.ask(FENCE)
    page.locator(".deadlines .ref").first.click()
    expect(page.locator(".slip", has_text="第三条").locator("blockquote")).to_be_visible()


def test_a_question_to_begin_with_is_asked_by_one_touch(phone: Visit) -> None:
    page = phone.open()
    page.get_by_role("button", name="邻居的篱笆挡了我的路怎么办").click()
    expect(page.locator(".exchange[data-answer] .conclusion")).to_be_visible()
    expect(page.locator("#intro")).to_be_hidden()


def test_a_question_under_an_answer_is_asked_by_one_touch_and_stands_under_the_last_answer_alone(phone: Visit) -> None:
    page = phone.open()
    phone.ask(FENCE)
    related = page.get_by_role("form", name="大家这样问")
    expect(related.get_by_role("button")).to_have_text([ASKED[0], *ASKED_OF_DISPUTES])
    conversation = page.input_value("[name=conversation] >> nth=0")
    related.get_by_role("button", name=ASKED[0]).click()
    expect(page.locator(".exchange[data-answer]")).to_have_count(2)
    expect(page.locator(".exchange").last.locator(".asked")).to_have_text(ASKED[0])
    expect(page.locator(".related:visible")).to_have_count(1)
    assert page.input_value("[name=conversation] >> nth=0") == conversation


def test_the_tab_remembers_the_conversation_until_it_starts_again(phone: Visit) -> None:
    page = phone.open()
    phone.ask("邻里互助法第二条")
    phone.ask("那第三条呢？")
    expect(page.locator(".exchange")).to_have_count(2)
    expect(page.locator(".exchange").last).to_contain_text("《邻里互助法》第三条")
    phone.open("/law/邻里互助法第二条")
    phone.open("/")
    expect(page.locator(".exchange")).to_have_count(2)
    page.get_by_role("link", name="重新开始").click()
    expect(page.locator("#intro")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(0)
    assert page.input_value("[name=conversation] >> nth=0") == ""


def test_someone_in_danger_sees_the_numbers_to_call_first(phone: Visit) -> None:
    page = phone.open()
    phone.ask("我不想活了")
    expect(page.locator(".handoff-now a[href='tel:120']")).to_be_in_viewport()


def test_the_way_to_a_person_stays_in_sight(phone: Visit) -> None:
    page = phone.open()
    phone.ask(FENCE)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".bar a[href='tel:12348']")).to_be_in_viewport(ratio=1)


def test_an_empty_question_is_refused_on_the_page(phone: Visit) -> None:
    page = phone.open()
    page.fill("#question", "   ")
    page.click(".send")
    expect(page.get_by_role("alert")).to_have_text("请先写下您的问题。")
    expect(page.locator("#question")).to_be_focused()


def test_the_page_can_be_used_by_keyboard_alone(phone: Visit) -> None:
    page = phone.open()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "question":
            break
    expect(page.locator("#question")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type(FENCE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".exchange[data-answer]")
    expect(page.locator("#spoken")).to_contain_text("扎篱笆要给邻居留路。")
    page.locator(".slip summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".slip blockquote").first).to_be_visible()


def test_large_type_is_large_and_is_kept(phone: Visit) -> None:
    page = phone.open()
    for size, least in (("1", 22), ("2", 30)):
        page.click("#type-switch")
        assert page.evaluate("document.documentElement.dataset.type") == size
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == pytest.approx(least)
    phone.open("/law/邻里互助法第二条")
    assert page.evaluate("document.documentElement.dataset.type") == "2"
    page.click("#type-switch")
    assert page.evaluate("document.documentElement.dataset.type") == "0"


SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.skip, .unseen'))
  .map((e) => [e, e.getBoundingClientRect().height])
  .filter(([e, height]) => e.getClientRects().length && height < 59.5)
  .map(([e, height]) => `${e.className || e.tagName} ${e.textContent.trim().slice(0, 12)} ${height}`)"""

SMALL_WORDS = """() => [...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('.unseen, template'))
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
  .map((e) => [e, getComputedStyle(e)])
  .filter(([, s]) => parseFloat(s.fontSize) < 18 || parseFloat(s.lineHeight) / parseFloat(s.fontSize) < 1.49)
  .map(([e, s]) => `${e.className || e.tagName} ${e.textContent.trim().slice(0, 12)} ${s.fontSize} ${s.lineHeight}`)"""


@pytest.mark.parametrize("size", ["1", "2"])
@pytest.mark.parametrize("path", [*PAGES, "answer"])
def test_in_large_type_words_have_18_px_and_targets_60(browser: Browser, home: str, path: str, size: str) -> None:
    with visit(browser, home, size) as seen:
        page = seen.open("/" if path == "answer" else path)
        if path == "answer":
            seen.ask(FENCE)
        assert page.evaluate(SMALL_TARGETS) == []
        assert page.evaluate(SMALL_WORDS) == []
        assert page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight)") >= 1.5 * 22


@pytest.mark.parametrize("size", ["0", "1", "2"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, home: str, width: int, size: str) -> None:
    with visit(browser, home, size, viewport={"width": width, "height": 740}) as seen:
        for path in PAGES:
            seen.open(path)
            assert seen.overflow <= 0, path
        seen.open("/")
        seen.ask(FENCE + "很长的一个词" * 40 + "w" * 200)
        assert seen.overflow <= 0


def test_everything_works_without_scripts(browser: Browser, home: str) -> None:
    with visit(browser, home, java_script_enabled=False) as seen:
        page = seen.open()
        page.click("#type-switch")
        assert page.get_attribute("html", "data-type") == "1"
        page.fill("#question", FENCE)
        page.click(".send")
        expect(page.locator(".conclusion")).to_contain_text("扎篱笆要给邻居留路。")
        page.locator(".slip summary").first.click()
        expect(page.locator(".slip mark").first).to_be_visible()
        page.fill("#question", "那第三条呢？")
        page.click(".send")
        expect(page.locator(".exchange")).to_contain_text("第三条")
        page.get_by_role("form", name="大家这样问").get_by_role("button").last.click()
        expect(page.locator(".asked")).to_have_text(ASKED_OF_DISPUTES[-1])
        page.goto(f"{home}/law/邻里互助法第二条")
        page.fill("#on", "2012-01-01")
        page.get_by_role("button", name="查看").click()
        expect(page.locator(".article-text")).to_contain_text("一尺")
        assert (seen.outside, seen.faults) == ([], [])


def test_a_first_answer_takes_less_than_150_kb(phone: Visit) -> None:
    page = phone.open()
    page.wait_for_load_state("networkidle")
    before = phone.received
    phone.ask(FENCE)
    page.wait_for_function("performance.getEntriesByName(location.origin + '/ask').length")
    assert 10_000 < before < phone.received < 150_000


def test_dark_mode_is_dark_and_motion_can_be_reduced(browser: Browser, home: str) -> None:
    with visit(browser, home, color_scheme="dark", reduced_motion="reduce") as seen:
        page = seen.open()
        colours = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
        assert sum(colours[:3]) < 120
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


class Slow:
    """The assistant, thinking before every sentence."""

    def __init__(self, country: Country, seconds: float) -> None:
        self._assistant = country.assistant
        self._seconds = seconds
        self.now = country.assistant.now

    def stream(self, turn: Turn) -> Iterator[Sentence | Reply]:
        for part in self._assistant.stream(turn):
            time.sleep(self._seconds)
            yield part


def test_sentences_are_shown_as_they_come_and_waiting_is_explained(browser: Browser, small: Country) -> None:
    slow: Any = Slow(small, 0.6)
    with served(create_app(slow, small.holdings)) as address, visit(browser, address) as seen:
        page = seen.open()
        page.fill("#question", FENCE)
        page.click(".send")
        expect(page.locator(".live .answer-label")).to_contain_text("AI生成")
        expect(page.locator("#status")).to_have_text("正在查法律条文，请稍等…")
        expect(page.locator(".live .conclusion p")).to_have_text("扎篱笆要给邻居留路。")
        expect(page.locator(".live .slip")).to_have_count(0)
        expect(page.locator(".exchange[data-answer] .slip").first).to_be_visible(timeout=20_000)
        expect(page.locator("#status")).to_be_hidden()
        assert seen.faults == []


@pytest.mark.parametrize("breaks", ["abort", "500"])
def test_a_failure_is_told_plainly_with_the_way_to_a_person(browser: Browser, home: str, breaks: str) -> None:
    problem = json.dumps({"detail": "系统出了意外的错误。"})
    with visit(browser, home) as seen:
        page = seen.open()
        page.route(
            "**/ask",
            lambda route: (
                route.abort()
                if breaks == "abort"
                else route.fulfill(status=500, content_type="application/problem+json", body=problem)
            ),
        )
        page.fill("#question", FENCE)
        page.click(".send")
        trouble = page.locator(".trouble")
        expect(trouble).to_contain_text("网络好像断了" if breaks == "abort" else "系统出了意外的错误。")
        expect(trouble.locator("a[href='tel:12348']")).to_be_visible()
        assert page.input_value("#question") == FENCE


def test_the_documentation_page_works_without_asking_anybody_outside(browser: Browser, home: str) -> None:
    with visit(browser, home, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open("/docs")
        expect(page.locator(".opblock").first).to_be_visible()
        assert (seen.outside, seen.faults) == ([], [])


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, fetched for the tests and never kept."""
    folder = tmp_path_factory.mktemp("axe")
    try:
        subprocess.run(["npm", "pack", "axe-core@4"], cwd=folder, check=True, capture_output=True, timeout=60)
        (archive,) = folder.glob("*.tgz")
        subprocess.run(["tar", "xf", archive.name, "package/axe.min.js"], cwd=folder, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"axe-core cannot be fetched with npm: {error}")
    return Path(folder, "package", "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["0", "2"])
def test_axe_finds_nothing_on_any_page(browser: Browser, home: str, axe: str, size: str, scheme: str) -> None:
    with visit(browser, home, size, color_scheme=scheme) as seen:
        for path in reversed(PAGES):
            seen.open(path)
            assert found(seen, axe) == [], path
        seen.ask(FENCE)
        seen.page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        assert found(seen, axe) == []
        seen.ask("我不想活了")
        assert found(seen, axe) == []


def found(seen: Visit, axe: str) -> list[str]:
    """What axe objects to: WCAG 2.2 A and AA, and good practice."""
    seen.page.evaluate(axe)
    result: dict[str, Any] = seen.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [f"{v['id']}: {node['html'][:120]}" for v in result["violations"] for node in v["nodes"]]
