"""Judging on the desk: a form that was sent becomes a verdict, its sender named once, and the page is shown again."""

from __future__ import annotations

import hmac
import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.records import Span, Verdict
from onrecord.show.web.offsets import span_of
from onrecord.store import questions
from onrecord.store.faults import RecordError

NAME = "onrecord-name"
"""The cookie that remembers who judges; it never leaves this machine."""
LONGEST = 65_536
VERBS = ("accept", "reject", "correct", "merge", "split", "add", "undo")
WHY = "judged on the desk"
TOLD = ("judged", "orphan", "waits")
"""What the address of a page says of the verdict just given."""
SPANS = ("source", "cue", "content")


class Done(Protocol):
    """What came of a verdict."""

    @property
    def verdict(self) -> Verdict:
        """Give the verdict."""

    @property
    def shown(self) -> bool:
        """Say whether the record shows it; false while a build is at work."""

    @property
    def orphan(self) -> str | None:
        """Say why it changes nothing, null where it does."""


Judge = Callable[[str, str, str, str, Mapping[str, Any]], Done]
"""What gives a verdict: verb, target, by whom, why, and what else it says."""
More = Callable[[Mapping[str, str]], Mapping[str, Any]]
"""What reads out of a form what else it says (``asked_of`` on the record as it is then)."""
Ask = Callable[[Mapping[str, str]], Response]
"""What asks for a name before it goes on with a form."""
Tell = Callable[[str, str], Response]
"""What says in plain words, with a title, why a form was not taken."""


class Refused(Exception):
    """A form that cannot be taken; the message is for whoever sent it."""


def name_of(request: Request) -> str:
    """Give the name that whoever judges gave before, empty where they gave none."""
    return " ".join(unquote(request.cookies.get(NAME, "")).split())


async def judged(
    request: Request, token: str, judge: Judge, spans: Callable[[Mapping[str, str]], Any], ask: Ask, tell: Tell
) -> Response:
    """Take a form: check where it comes from, ask for a name if none is known, give the verdict, and lead back with its id."""
    try:
        form = await form_of(request, token)
        by = " ".join(form.get("by", "").split()) or name_of(request)
        if not by:
            return ask(form)
        done = await run_in_threadpool(
            lambda: judge(form["verb"], form["target"], by, form.get("why", "").strip() or WHY, spans(form))
        )
    except (Refused, RecordError, ValueError) as fault:
        return tell("This was not taken", str(fault))
    answer = RedirectResponse(back_to(form.get("back", "/"), done), status_code=303)
    answer.set_cookie(NAME, quote(by), httponly=True, samesite="strict", max_age=31_536_000)
    return answer


async def form_of(request: Request, token: str) -> dict[str, str]:
    """Read a form; raises Refused for one that did not come from a page of this desk, or asks for what there is not.

    The token stands in pages of this desk alone, which no page elsewhere can read.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused("It came from a page elsewhere.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise Refused("It is too long.")
    form = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).items()}
    if not hmac.compare_digest(form.get("token", "").encode(), token.encode()):
        raise Refused("The page it came from is of an earlier run of the desk: go back, load it again, and judge again.")
    if form.get("verb") not in VERBS or not form.get("target"):
        raise Refused("It says nothing that can be judged.")
    return form


def asked_of(db: sqlite3.Connection, form: Mapping[str, str]) -> dict[str, Any]:
    """Give what else a form says, in the record's own terms: names, and spans from what was selected."""
    asked: dict[str, Any] = {name: form[name].strip() for name in ("speaker", "kind", "act") if form.get(name, "").strip()}
    for name in ("others", "names"):
        if form.get(name, "").strip():
            asked[name] = [each.strip() for each in form[name].split(";") if each.strip()]
    if form.get("articles", "").strip():
        asked["articles"] = form["articles"].split()
    for name in SPANS:
        if form.get(name, "").strip():
            asked[name] = _selected(db, form, name)
    return asked


def _selected(db: sqlite3.Connection, form: Mapping[str, str], name: str) -> list[Span] | str:
    """Read a selection as the page's script sends it, a list of [block, start, end]; else words as they stand in the article."""
    told = form[name].strip()
    if not told.startswith("[["):
        return told
    article = form.get("article") or form["target"]
    held = questions.articles(db, [article]).get(article)
    if held is None:
        raise Refused(f"No article {article} is in this record.")
    blocks = {block.start: (block.start, block.end) for block in questions.blocks(db, [article]).get(article, ())}
    try:
        return [span_of(held.text, blocks[int(block)], int(start), int(end)) for block, start, end in json.loads(told)]
    except (KeyError, TypeError, ValueError) as fault:
        raise Refused(f"What was selected for the {name} does not stand in the article: {fault}") from fault


def back_to(path: str, done: Done) -> str:
    """Give the page to show again, with the verdict that was given; only ever one of this desk."""
    parts = urlsplit(path)
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith(("//", "/\\")):
        parts = urlsplit("/")
    held = {name: values[-1] for name, values in parse_qs(parts.query).items() if name not in TOLD}
    told = {"judged": done.verdict.id, "orphan": done.orphan, "waits": None if done.shown else "1"}
    query = urlencode({**held, **{name: value for name, value in told.items() if value}})
    return f"{quote(parts.path, safe='/%')}?{query}" + (f"#{quote(parts.fragment)}" if parts.fragment else "")
