"""The child process that draws pages: it outlives good pages, bad pages do not outlive it."""

import pytest

from onrecord.gather.page import Drawn, draw
from onrecord.gather.sandbox import Sandbox

PAGE = (
    "<html><body><article><h1>Bridge</h1>"
    + "<p>The minister of roads said that the bridge would be closed for two winters.</p>" * 5
    + "</article>"
)


@pytest.fixture(scope="module")
def sandbox():
    box = Sandbox()
    yield box
    box.close()


def test_a_page_is_drawn(sandbox):
    drawn = sandbox.run(draw, PAGE)
    assert isinstance(drawn, Drawn)
    assert "two winters" in drawn.text


def test_one_child_serves_many_pages(sandbox):
    sandbox.run(draw, PAGE)
    child = sandbox._child.pid
    assert isinstance(sandbox.run(draw, "nothing"), str)
    assert isinstance(sandbox.run(draw, PAGE), Drawn)
    assert sandbox._child.pid == child


def test_a_lost_child_is_told_and_replaced(sandbox):
    sandbox.run(draw, PAGE)
    sandbox._child.kill()
    sandbox._child.wait()
    assert "could not be read" in sandbox.run(draw, PAGE)
    assert isinstance(sandbox.run(draw, PAGE), Drawn)


def test_a_page_that_takes_too_long_is_told():
    box = Sandbox(seconds=1)
    assert box.run(draw, "<html><body>" + "<p>word word</p>" * 150_000) == "took more than 1 seconds to read"
    assert isinstance(box.run(draw, PAGE), Drawn)
    box.close()


def test_odd_characters_reach_the_child(sandbox):
    assert isinstance(sandbox.run(draw, PAGE.replace("bridge", "br\ud800dge \U0001f600")), Drawn | str)


def test_no_code_of_the_current_folder_is_run(tmp_path, monkeypatch):
    for name in ("json", "trafilatura", "onrecord", "lxml"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w')\nraise SystemExit(9)\n")
    monkeypatch.chdir(tmp_path)
    box = Sandbox()
    assert isinstance(box.run(draw, PAGE), Drawn)
    box.close()
    assert not (tmp_path / "run").exists()
