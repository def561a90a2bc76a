"""The desk in a real browser: nothing asked of other hosts, no error, accessible in light and dark, driven by keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord import api, sample
from tests.browser import SWITCHES, chromium
from tests.show.web.conftest import serving


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        held = driver.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield held
        held.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    held = browser.new_page()
    faults: list[str] = []
    held.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    held.on("pageerror", lambda error: faults.append(str(error)))
    held.on("request", lambda request: None if request.url.startswith("http://127.0.0.1:") else faults.append(request.url))
    yield held
    held.close()
    assert not faults


def paths(page: Page, served: str) -> list[str]:
    article = page.request.get(f"{served}/search.json").json()[0]
    pair = page.request.get(f"{served}/disputes.json").json()[0]
    who = page.request.get(f"{served}/who.json").json()[0]["id"]
    issue = page.request.get(f"{served}/issues.json").json()[0]["id"]
    return [
        "/", "/issues", f"/issue/{issue}", "/review", "/review?what=statements", f"/search?issue={issue}",
        "/disputes", f"/compare?a={pair['a_id']}&b={pair['b_id']}", "/who", f"/who/{who}", "/search?q=sanctuaries",
        f"/s/{article['id']}", f"/a/{article['article']}", "/sources", "/method", "/sql?q=SELECT+title+FROM+articles", "/nowhere",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits(page: Page, served: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in paths(page, served)[:-1]:
        page.goto(served + path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_no_page_is_wider_than_a_telephone(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    for path in paths(page, served)[:-1]:
        page.goto(served + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 375, f"{path} is {wide} wide"


REAL = slice(0, 25)
"""Articles of the real ones, enough that accounts clash in them."""


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("real")
    lines = (shared / "data/news/afpak.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "real.jsonl").write_text("".join(lines[REAL]), "utf-8")
    api.build([folder / "real.jsonl"], folder / "record")
    with serving(folder / "record") as address:
        yield address


@pytest.mark.shared
def test_every_page_of_real_articles_is_accessible_and_fits(page: Page, real: str) -> None:
    for path in paths(page, real)[:-1]:
        for scheme, width in (("light", 1080), ("dark", 375)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(real + path)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide"


def test_keys_move_open_and_search(page: Page, served: str) -> None:
    page.goto(f"{served}/search")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert second.startswith("s-")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") != second
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**/s/{second}")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    # a dialog that closes gives the focus back to where it was, whatever is pressed meanwhile
    page.goto(f"{served}/search")
    page.keyboard.press("/")
    page.keyboard.type("jko camps")
    assert page.input_value("#find") == "jko camps"
    page.fill("#find", "camps")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=camps")
    assert page.locator("ol.list > .said").count() > 0


def test_keys_can_be_switched_off_and_stay_off(page: Page, served: str) -> None:
    page.goto(f"{served}/search")
    page.click("[data-help]")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")
    page.reload()
    page.keyboard.press("j")
    assert not page.evaluate("document.activeElement.id").startswith("s-")


def test_a_citation_is_copied(page: Page, served: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}/search?q=sanctuaries")
    page.click("ol.list > .said:first-child [data-copy]")
    page.wait_for_selector("[role=status]:has-text('Citation copied')", state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "characters" in copied
    assert "sha256:" in copied


def test_without_scripts_every_page_still_reads(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/search?q=camps")
    assert page.locator("ol.list > .said").count() > 0
    assert page.locator("[data-copy]:visible").count() == 0
    page.fill("#speaker", "Korsin")
    page.click(".filters button")
    assert "speaker=Korsin" in page.url
    context.close()


NOWHERE = "about:blank"
"""Where a page goes before its server stops: one that still loads would tell of a refused connection."""


@pytest.fixture
def own(page: Page, record: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    copied = Path(shutil.copytree(record, tmp_path / "record"))
    with serving(copied) as address:
        yield address, copied
        page.goto(NOWHERE)


def shown(page: Page, selector: str) -> None:
    """Wait for what the next page shows, and for its script to listen: a key pressed while a page loads is lost."""
    page.wait_for_selector(selector)
    page.wait_for_load_state("load")


def test_review_goes_on_keys_alone_and_outlives_a_rebuild(page: Page, own: tuple[str, Path]) -> None:
    address, record = own
    waiting = [one["id"] for one in page.request.get(f"{address}/review.json").json()]
    page.goto(f"{address}/review")
    page.keyboard.press("x")
    page.wait_for_selector("#by:focus")
    page.keyboard.type("A. Reader")
    page.keyboard.press("Enter")
    shown(page, ".flash")
    page.keyboard.press("a")
    shown(page, "text=2 judged")
    left = [one["id"] for one in page.request.get(f"{address}/review.json").json()]
    assert left == waiting[2:]
    page.keyboard.press("u")
    shown(page, "text=1 judged")
    page.keyboard.press("n")
    page.wait_for_url("**skip=1**")
    api.build([sample.path()], record)
    page.goto(f"{address}/disputes")
    assert waiting[0] not in page.content()
    assert waiting[1] in page.content()


def test_a_speaker_is_set_without_scripts(browser: Browser, own: tuple[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    said = page.request.get(f"{own[0]}/search.json").json()[0]["id"]
    page.goto(f"{own[0]}/s/{said}")
    page.fill("#set-speaker", "Halina Vost")
    page.click("#judge button:has-text('Set')")
    page.fill("#by", "A. Reader")
    page.click("text=Go on")
    assert "Halina Vost" in page.inner_text("h1")
    page.click(".flash button")
    assert "Halina Vost" not in page.inner_text("h1")
    context.close()


SELECT = """(words) => {
  const blocks = [...document.querySelectorAll("[data-block]")];
  const block = blocks.find((one) => one.textContent.includes(words));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const start = block.textContent.indexOf(words), range = document.createRange();
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = seen + node.data.length;
    if (seen <= start && start < end) range.setStart(node, start - seen);
    if (seen < start + words.length && start + words.length <= end) range.setEnd(node, start + words.length - seen);
    seen = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_selected_words_become_a_statement(page: Page, tmp_path: Path) -> None:
    text = (
        "Ferry 😀 stops\r\n\r\nOLM, 3 May 2025\r\n\r\nThe mayor, Ada Ternin, was at the quay.\u00a0😀👩\u200d👧 "
        "Her view\u200f of it all: 😀 the ferry is dead.\r\n\r\nNobody answered.\r\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8", newline="")
    api.build([tmp_path / "a.txt"], tmp_path / "record")
    with serving(tmp_path / "record") as address:
        article = page.request.get(f"{address}/sources.json").json()[0]["id"]
        page.goto(f"{address}/a/{article}")
        for key, words in (("s", "Her"), ("v", "view"), ("c", "the ferry is dead")):
            page.evaluate(SELECT, words)
            page.keyboard.press(key)
        page.fill("#missed-speaker", "Ada Ternin")
        page.click("[data-add]")
        page.fill("#by", "A. Reader")
        page.keyboard.press("Enter")
        shown(page, ".flash")
        rows = page.request.get(f"{address}/a/{article}.json").json()
        page.goto(NOWHERE)
    made = next(row for row in rows if row["quote"] == "the ferry is dead")
    (start, end) = made["content"][0]
    assert text[start:end] == "the ferry is dead"
    assert [text[slice(*made[name][0])] for name in ("source", "cue")] == ["Her", "view"]
