import json

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather import live
from onrecord.gather.html import page
from onrecord.gather.inputs import discover, load
from onrecord.gather.live import ENTRIES, find_entries, live_blog, page_entries
from onrecord.records import Found, Sighting
from tests.work import grows_as_its_input

SAID = [
    "The minister of roads said the northern bridge would be closed for at least two winters.",
    "Farmers from the valley told reporters that they would not pay for a ferry of their own.",
    "Ada Ternin promised that the old ferry would be repaired before the first snow falls here.",
    "The mayor of Lodwar said yesterday that nobody had asked him about the bridge at all.",
    "A spokesman for the harbour office denied that the ferry had been sold in the spring.",
    "The works will begin on Monday, an engineer said, whatever the farmers may think of it.",
]


def text(lines):
    return "\n\n".join(f"{line}\n\n{said}" for line, said in zip(lines, SAID, strict=True))


@pytest.mark.parametrize(
    "line",
    [
        "1{}:32 GMT",
        "Updated at 1{}:05 BST",
        "1{}.05",
        "0{}:05 a.m. ET",
        "{} min ago",
        "POSTED: 1{}:05",
        "1{}:05 - Bridge closed",
        "1{}h15 (CET)",
    ],
)
def test_lines_with_a_time_of_day_begin_entries_that_tell_no_day(line):
    blog = text([line.format(n) for n in range(6)])
    entries = find_entries(blog)
    assert [day for _, day in entries] == [""] * 6
    assert all(blog.startswith(line.format(n), at) for n, (at, _) in enumerate(entries))
    assert live_blog(entries) == "live blog: 6 entries with times of their own, read as one article"
    assert not find_entries(text([line.format(1), *["***"] * 5]))


@pytest.mark.parametrize("line", ["3{} May 2021 10.32 BST", "Updated at 10:32 on 3{} May 2021", "May 3{}, 2021 10:32 a.m."])
def test_an_entry_may_tell_its_own_day(line):
    entries = find_entries(text([line.replace("{}", ""), "11:00", *[line.format(n % 2) for n in range(4)]]))
    assert [day for _, day in entries] == ["2021-05-03", "", *["2021-05-30", "2021-05-31"] * 2]
    assert live_blog(entries).startswith("live blog: 6 entries of 3 days")


def markup(body, head=""):
    article = f"<article><h1>The bridge, live</h1>{body}</article>"
    return f"<html><head><title>The bridge, live</title>{head}</head><body>{article}</body></html>"


def drawn(markup_):
    found = page(markup_.encode(), Sighting("a.html"))
    assert isinstance(found, Found)
    return found, [(found.text[at : at + 20], day) for at, day in found.entries]


def test_a_pages_time_tags_tell_when_its_entries_were_written():
    body = "".join(
        f"<div><time datetime='2021-05-0{3 + n // 3}T1{n}:00:00Z'>1{n}:00</time><p>{said}</p></div>"
        for n, said in enumerate(SAID)
    )
    found, entries = drawn(markup(body))
    assert entries == [(said[:20], f"2021-05-0{3 + n // 3}") for n, said in enumerate(SAID)]
    assert "live blog: 6 entries of 2 days with times of their own, read as one article" in found.warnings
    few = (
        "".join(f"<p>{said}</p>" for said in SAID)
        + "<time datetime='2021-05-03T10:00:00Z'>10:00</time><p>All rights reserved</p>"
    )
    found, entries = drawn(markup(few))
    assert not entries
    assert not any(warning.startswith("live blog") for warning in found.warnings)


@pytest.mark.parametrize(
    "form",
    [
        "<div>{p}<footer>{t}</footer></div>",
        "{t}{p}",
        "<div><div>{t}</div><div>{p}</div></div>",
        "<div>{t}{t}{p}</div>",
        "<div><p>{t}</p>{p}</div>",
    ],
)
def test_the_time_of_an_entry_stands_above_or_below_its_words(form):
    days = [f"2021-05-0{3 + n // 3}" for n in range(6)]
    parts = [
        form.format(t=f"<time datetime='{day}T10:00:00Z'>10:00</time>", p=f"<p>{said}</p>")
        for day, said in zip(days, SAID, strict=True)
    ]
    assert drawn(markup("".join(parts)))[1] == [(said[:20], day) for day, said in zip(days, SAID, strict=True)]


def test_a_time_inside_a_paragraph_counts_at_its_beginning_and_tells_nothing_behind_its_words():
    at = "<time datetime='2021-05-0{}T10:00:00Z'>10:00</time>"
    first = "".join(f"<p>{at.format(n + 1)} {said}</p>" for n, said in enumerate(SAID))
    assert [day for _, day in drawn(markup(first))[1]] == [f"2021-05-0{n + 1}" for n in range(6)]
    for behind in ("<p>{said} {at}</p>", "{at}<p>{said}"):
        body = "".join(behind.format(said=said, at=at.format(n + 1)) for n, said in enumerate(SAID))
        assert len(drawn(markup(body))[1]) == 0


def test_thousands_of_times_in_a_paragraph_cost_each_the_same():
    def run(size):
        times = "<time datetime='2021-05-03'>10:00</time> and " * size
        tree = lxml.html.document_fromstring(f"<article><p>It closed. {times}</p></article>")
        return lambda: page_entries(tree, [], SAID[0])

    assert grows_as_its_input(run, 50, live)


def test_a_page_that_says_it_is_a_live_blog_lists_its_entries():
    updates = [
        {"@type": "BlogPosting", "articleBody": said, "datePublished": f"2021-05-0{n + 1}T10:00:00Z"}
        for n, said in enumerate(SAID[:3])
    ]
    told = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "The bridge, live",
        "liveBlogUpdate": updates,
    }
    head = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    _, entries = drawn(markup("".join(f"<p>{said}</p>" for said in SAID), head))
    assert entries == [(said[:20], f"2021-05-0{n + 1}") for n, said in enumerate(SAID[:3])]
    for odd in (
        None,
        {},
        [],
        [None, 3, {}],
        [{"articleBody": 3, "datePublished": {}}],
        [{"articleBody": "", "datePublished": "x"}],
    ):
        head = f"<script type='application/ld+json'>{json.dumps({**told, 'liveBlogUpdate': odd})}</script>"
        assert not drawn(markup("".join(f"<p>{said}</p>" for said in SAID), head))[1]


def test_entries_come_with_the_article(tmp_path):
    blog = text([f"{n} May 2021 10.32 BST" for n in range(1, 7)])
    (tmp_path / "a.txt").write_text(blog)
    (found,) = (item for source in discover([tmp_path]) for item in load(source))
    assert found.entries == find_entries(blog)
    assert sum(warning.startswith("live blog") for warning in found.warnings) == 1


@given(st.text(st.sampled_from("1 2:.\n3MayGMTapm0,-"), max_size=300))
def test_entries_of_any_text_stand_in_order(any_text):
    entries = find_entries(any_text)
    assert len(entries) == 0 or len(entries) >= ENTRIES
    assert list(entries) == sorted(set(entries))
