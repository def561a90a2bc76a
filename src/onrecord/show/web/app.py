"""The desk put together: which path is which page, and how a view becomes an answer."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.records import make_id
from onrecord.show.templates import template
from onrecord.show.web.guard import JUDGE, LOOPBACK, Guard
from onrecord.show.web.judging import Judge, asked_of, judged, name_of
from onrecord.show.web.pages.article import article
from onrecord.show.web.pages.desk import desk, newest
from onrecord.show.web.pages.disputes import compare, disputes
from onrecord.show.web.pages.issues import issue, issue_list
from onrecord.show.web.pages.method import method
from onrecord.show.web.pages.people import people, person
from onrecord.show.web.pages.review import review
from onrecord.show.web.pages.search import search
from onrecord.show.web.pages.sources import sources
from onrecord.show.web.pages.sql import sql
from onrecord.show.web.pages.statement import statement
from onrecord.show.web.view import Asked, NotThere, Page, View, as_csv, as_json
from onrecord.store.faults import RecordError
from onrecord.store.record import open_record

PAGES: dict[str, Page] = {
    "/desk": desk,
    "/issues": issue_list,
    "/issue/{id}": issue,
    "/disputes": disputes,
    "/compare": compare,
    "/search": search,
    "/who": people,
    "/who/{id}": person,
    "/s/{id}": statement,
    "/a/{id}": article,
    "/review": review,
    "/sources": sources,
    "/method": method,
    "/sql": sql,
}
"""Every page by its path; each is also there as ``.json`` and ``.csv``."""

FORMS: dict[str, tuple[str, Callable[[View], str]]] = {
    ".json": ("application/json", as_json),
    ".csv": ("text/csv", as_csv),
}

TEMPLATES = "web/templates"
STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "mark.svg": "image/svg+xml"}


def create(record: Path, hosts: Iterable[str] = LOOPBACK, judge: Judge | None = None) -> Starlette:
    """Make the desk over a record. The record is opened anew for each request, so a build beside it is seen when it ends.

    ``judge`` gives the verdicts that forms of the desk ask for; without it the desk only reads.
    """
    token = secrets.token_urlsafe(24) if judge else ""
    routes = [Route("/", _page(record, desk, "/", token))]
    for path, page in PAGES.items():
        routes += [Route(path + form, _form(record, page, *how)) for form, how in FORMS.items()]
        routes.append(Route(path, _page(record, page, path, token)))
    if judge:
        routes.append(Route(JUDGE, _judge(record, token, judge), methods=["POST"]))
    routes += [Route("/static/{name}", _static)]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=tuple(hosts))], exception_handlers={404: _lost})


def _page(record: Path, page: Page, path: str, token: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        def html(asked: Asked) -> Response:
            view = page(asked)
            name = record.absolute().name or "record"
            page_of = template(f"{TEMPLATES}/{view.template}")
            body = page_of.render(view=view, asked=asked, here=path, record_name=name, **view.material)
            return HTMLResponse(body.encode("utf-8", "replace"))

        return _answered(record, request, html, token)

    return answer


def _form(record: Path, page: Page, kind: str, write: Callable[[View], str]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        def plain(asked: Asked) -> Response:
            return Response(write(page(asked)).encode("utf-8", "replace"), media_type=f"{kind}; charset=utf-8")

        return _answered(record, request, plain)

    return answer


def _judge(record: Path, token: str, judge: Judge) -> Callable[[Request], Awaitable[Response]]:
    def spans(form: Mapping[str, str]) -> dict[str, Any]:
        with open_record(record) as held:
            return asked_of(held.db, form)

    def ask(form: Mapping[str, str]) -> Response:
        return _plain("Who judges?", "name.html", 200, form=form)

    async def answer(request: Request) -> Response:
        return await judged(request, token, judge, spans, ask, lambda title, words: _sorry(title, words, 400))

    return answer


def _answered(record: Path, request: Request, write: Callable[[Asked], Response], token: str = "") -> Response:
    try:
        with open_record(record) as held:
            filters, parts = dict(request.query_params), request.path_params
            before, now = visits(request, record, newest(held.db))
            answer = write(Asked(held, request.url.path, parts, filters, token, name_of(request), before))
            if request.url.path == "/" and answer.status_code == 200:
                answer.set_cookie(_visits(record), now, httponly=True, samesite="strict", max_age=31_536_000)
            return answer
    except NotThere as missing:
        return _sorry("Not in this record", str(missing), 404)
    except RecordError as fault:
        return _sorry("This record cannot be read", str(fault), 503)


def visits(request: Request, record: Path, newest: int) -> tuple[int | None, str]:
    """Give the last article seen at the visit before, null on a first one, and what to remember of this one.

    A visit ends when the record changes: until then the same is new, however often the page is loaded.
    """
    told = request.cookies.get(_visits(record), "").split("-")
    if len(told) != 2 or not all(each.isascii() and each.isdecimal() for each in told):
        return None, f"{newest}-{newest}"
    before, last = int(told[0]), int(told[1])
    return (before, f"{before}-{last}") if last == newest else (last, f"{last}-{newest}")


def _visits(record: Path) -> str:
    return f"onrecord-seen-{make_id('r', str(record.absolute()))[2:10]}"


def _plain(title: str, name: str, status: int, **material: Any) -> Response:
    """Answer with a page that needs no record."""
    view = View(title, name, {})
    body = template(f"{TEMPLATES}/{name}").render(view=view, asked=None, here="", record_name="", **material)
    return HTMLResponse(body.encode("utf-8", "replace"), status_code=status)


def _sorry(title: str, words: str, status: int) -> Response:
    return _plain(title, "sorry.html", status, words=words)


def _lost(request: Request, _: Exception) -> Response:
    return _sorry("No such page", f"There is no page at {request.url.path}.", 404)


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        return _sorry("No such page", f"There is no file {name}.", 404)
    return Response(files("onrecord.show.web").joinpath("static", name).read_bytes(), media_type=STATIC[name])
